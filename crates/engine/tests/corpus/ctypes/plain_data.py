# ctypes' plain data: numbers that wrap, arrays, structures, buffers of characters.
import ctypes
from ctypes import c_int, c_double, c_bool, c_char, Structure, sizeof, c_uint8, c_int64, c_wchar
print(c_int(5), c_int(2**31), c_uint8(300), c_double(1), c_bool(3), c_char(b"x"), c_int64(-1), c_wchar("q"))
a = (c_int * 3)(1, 2, 3)
print(list(a), len(a), a[-1], a[0:2], type(a).__name__, sizeof(a))
a[1] = 9
print(sum(a))
class P(Structure):
    _fields_ = [("x", c_int), ("y", c_double), ("c", c_char)]
p = P(1, 2.5, c=b"z")
print(p.x, p.y, p.c, sizeof(P), sizeof(p))
p.x = 7.0 if False else 8
print(p.x)
for bad in (lambda: c_int("x"), lambda: c_int(1.5), lambda: c_double("x"), lambda: c_char("ab"), lambda: a[7], lambda: P(1,2,3,4), lambda: (c_int*2)(1,2,3)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
b = ctypes.create_string_buffer(b"hello", 10)
print(b.value, b.raw, len(b))
b.value = b"yo"
print(b.value, b.raw)
print(ctypes.c_long is ctypes.c_longlong, ctypes.c_int32 is c_int, ctypes.c_size_t)
x = c_int(); x.value += 5; print(x.value, bool(c_int(0)), bool(x))
class Q(Structure):
    _fields_ = [("p", P), ("a", c_int * 2)]
q = Q(); q.p.x = 4; q.a[1] = 6
print(q.p.x, list(q.a), sizeof(Q))
