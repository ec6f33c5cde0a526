print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, [])) if False else "", list(map(max, "ab", "ba")), list(map(len, ["a", "bb"])), sum(map(int, "123")), " ".join(map(str, range(4))))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isdigit, "a1b2")), tuple(filter(bool, {0, 1})))
print(list(zip([1, 2, 3], "abc")), list(zip()), list(zip([1])), list(zip(range(3), range(10, 20), "xy")), dict(zip("ab", [1, 2])), list(zip(*[(1, "a"), (2, "b")])), list(zip([1, 2], [3, 4], strict=True)))
def numbers():
    yield 1
    yield 2
print(list(zip(numbers(), numbers())), list(map(lambda x: x * 2, numbers())), list(filter(lambda x: x > 1, numbers())), list(zip(numbers(), "abc")), list(zip("abc", numbers())))
lazy = map(print, ["never", "printed"])
print(type(lazy).__name__, type(zip()).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, isinstance(lazy, map), isinstance(zip(), zip))
print(next(lazy), iter(lazy) is lazy, callable(map), map.__name__)
pairs = zip([1, 2, 3], [4, 5])
for a, b in pairs: print(a, b, end="; ")
print(list(pairs))
for call in (lambda: map(str), lambda: list(map(3, [1])), lambda: list(zip([1], 3)), lambda: filter(None), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1], [1], [1, 2], strict=True)), lambda: list(map(int, ["x"])), lambda: filter(None, 5), lambda: list(map(lambda x: x, [1], [2]))):
    try: print(call())
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
