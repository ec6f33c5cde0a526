data = bytearray(b"abcdefgh"); v = memoryview(data)
print(v[0], v[-1], len(v), v[2:5].tobytes(), bytes(v), v.tolist()[:3], v.readonly, v.nbytes, v.itemsize, v.format, v.ndim, v.shape, v.contiguous, v == data, v[::2].tobytes(), v[::-1].tobytes(), bytes(v[1:][1:]), list(v[:2]), 97 in v, v.hex(), v.obj is data, memoryview(b"x").readonly, [chr(c) for c in v[:3]], b"".join([v[:2], b"-", v[2:4]]), b"ab" == v[:2], bytearray(v[6:]), isinstance(v, memoryview), type(v).__name__)
v[0] = 65; v[1:3] = b"BC"; print(data); part = v[4:]; part[0] = 90; print(data, part.tobytes()); del part
with memoryview(b"ctx") as m: print(m[0], m.tobytes())
try: m[0]
except ValueError as error: print(error)
for call in (lambda: memoryview("x"), lambda: memoryview(b"ab").__setitem__(0, 1), lambda: v[99], lambda: v.__setitem__(0, 300), lambda: v.__setitem__(slice(0, 2), b"abc"), lambda: memoryview(3), lambda: memoryview()):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
def send(view, chunk=3):
    sent = []
    while view:
        sent.append(bytes(view[:chunk])); view = view[chunk:]
    return sent
print(send(memoryview(b"0123456789")))
