from array import array

a = array("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.insert(0, 0)
print(a, len(a), a[0], a[-1], a[1:3], a.typecode, a.itemsize, list(a), sum(a), 3 in a, a.index(3), a.count(2))
print(a.pop(), a.pop(0), a)
a.remove(3)
a.reverse()
a[0] = 50
a[1:2] = array("i", [7, 8])
del a[-1]
print(a, a + array("i", [1]), a * 2, a == array("i", [50, 7, 8, 2]), array("d", [1, 2.5]), array("f", [0.1])[0], array("u", "abc"), array("b"))
print(array("i", [1, 2]).tobytes(), array("H", b"\x01\x00\x02\x00"), array("d", [0.0] * 3).tolist(), array("l", range(3)), [x * 2 for x in array("B", b"ab")])
b = array("q", [5])
b.fromlist([6])
b.frombytes(array("q", [7]).tobytes())
print(b, b.tolist(), array("i", [1, 2]) < array("i", [1, 3]))
for call in (
    lambda: array("z"),
    lambda: array("i", ["a"]),
    lambda: array("B", [300]),
    lambda: array("b", [-200]),
    lambda: array("i", [1.5]),
    lambda: a[10],
    lambda: a.remove(99),
    lambda: array("i").pop(),
    lambda: array("i", [2**31]),
    lambda: a + [1],
    lambda: a.extend(array("d", [1.0])),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
