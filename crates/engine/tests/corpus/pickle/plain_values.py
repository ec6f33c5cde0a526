"""Plain values through every protocol, byte for byte."""
import hashlib
import pickle

values = [None, True, 0, 255, 256, 65536, -1, 2**31 - 1, 2**31, 2**63, -(10**30), 10**700, 1.5, -0.0, float("inf"),
    "", "abc", "\u00e9", "a\nb\\", "\U0001f600", "x" * 300, b"", b"abc", b"x" * 300, bytearray(b"ab"),
    (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [2]}, {1}, frozenset({1}),
    range(3), slice(1, 2), 1j, Ellipsis, NotImplemented, type(None), [None] * 3, ["ab", "ab"],
    list(range(2500)), {i: i for i in range(1500)}, "y" * 70000, [b"z" * 70000, 1], [str(i) for i in range(12000)]]
for value in values:
    told = []
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        told.append((len(data), hashlib.md5(data).hexdigest()[:6], pickle.loads(data) == value))
    print(repr(value)[:40], told)
print(pickle.dumps({"a": [1, 2.5, (3,)]}), pickle.dumps([1, "x"], 0))
shared = [1]
again = pickle.loads(pickle.dumps([shared, shared]))
print(again, again[0] is again[1])
loop = []
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again is again[0])
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
