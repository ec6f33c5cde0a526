"""sys.getsizeof of builtin values."""
import sys

print([sys.getsizeof(n) for n in (0, 1, -1, 2**30 - 1, 2**30, 2**60, 10**30, True, 1.5, None)])
print([sys.getsizeof(s) for s in ("", "a", "abc", "é", "éa", "ā", "😀", b"", b"abc", bytearray(), bytearray(b"abc"))])
print([sys.getsizeof(tuple(range(n))) for n in range(6)], sys.getsizeof([]), sys.getsizeof([1, 2, 3]), sys.getsizeof([0] * 1000))
for n in (0, 1, 5, 6, 10, 11, 21, 22, 100, 1000):
    print(n, sys.getsizeof({i: i for i in range(n)}), sys.getsizeof({str(i): i for i in range(n)}), sys.getsizeof(set(range(n))))
print(sys.getsizeof(range(10)), sys.getsizeof(range(10**6)), sys.getsizeof(lambda: 0))


class Weighed:
    def __sizeof__(self):
        return 1000


class Plain:
    pass


print(sys.getsizeof(Plain()), Weighed().__sizeof__())
try:
    sys.getsizeof()
except TypeError as error:
    print(error)
