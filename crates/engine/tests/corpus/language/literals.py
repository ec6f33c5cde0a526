print(1_000, 0xFF_FF, 0b1111_0000, 0o7_7, 1_0.0_1, 1e1_0, 00, 0_0, 1E5, .5, 5., 5.e2, 0xdeadBEEF, 1_000.5e-1_0)
print("tab\there", "nl\\n", "\x41\u0042\U00000043\103\7" == "ABCC\x07", '\'', "\"", "a\
b")
print(r"\n\t", R'\d', b"\x00\xff\n", br"\x00", rb'\d', Rb"x", u"unicode", "a" 'b' """c""" '''d''')
print("""triple "quotes" and
newline""", '''other''', """\
no first newline""")
print(..., Ellipsis, None, True, False, NotImplemented, __debug__, __name__)
print([], [1], [1, ], (), (1,), (1, 2,), {}, {1: 2, }, {1, }, set(), [[], ()], ((),))
print([*[1, 2], *"ab"], (*range(3), 4), {*[1], *{2}}, {**{"a": 1}, "b": 2}, [*{}], *"xyz", sep="|")
print(1 if True else 2, not True, not not 0, 1 and 2, 0 or "x", None or [] or 0, 1 and 0 and 2, 5 if 0 else 6 if 0 else 7)
print(-2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -5 // 2, -5 % 3, 5 // -2, ~5, --5, +-5, not 1 == 2, 1 < 2 == True)
print(7 & 3 | 4 ^ 1, 1 << 3 >> 1, 10 - 3 - 2, 2 * 3 % 4, 6 / 2 * 3, 1 + 2 * 3 - 4 / 2)
print("a" "b" * 2, "ab" * 0, [0] * 3, 3 * (1,), "x" in "xyz", "q" not in "xyz", [] is not [], None is None)
x = y = z = 0
x, y = 1, 2
x, y = y, x
(a, b), [c, *d], e = (1, 2), "xyz", 5
x += 1; y -= 1; z = x; del z
print(x, y, a, b, c, d, e, (lambda: (yield))().__class__.__name__, (lambda *a, k=1, **kw: (a, k, kw))(1, z=2))
if (n := 10) > 5 and (m := n * 2): print(n, m)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k, end=";")
print()
while True: break
else: print("never")
class Empty: pass
def nothing(): ...
print(nothing(), Empty.__name__, (yield_ := 3), type(nothing).__name__)
assert x, "message"
assert (x, "tuple")[0]
try: raise ValueError
except (TypeError, ValueError): print("caught")
else: print("never")
finally: print("finally")
with open("/dev/null") as f, open("/dev/null") as g: pass
print(1,
      2, # comment
      3)
long = 1 + \
    2
print(long); print("two"); pass
global_name = [
    1,
    2,
]
print(global_name[-1], global_name[::-1], global_name[0:5], global_name[5:], "hello"[1:4], "hello"[::-2], (1, 2, 3)[-2:])
if __name__ == "__main__": print("main")
lambda: 0
"a string statement"
1
