n = "outer"
print([n for n in range(3)], n)
print({n: m for n in "ab" for m in range(2)}, n)
print(list(n * 2 for n in range(2)), n)
print([(a, b) for a in range(3) if a for b in range(a)])
print([[cell for cell in row if cell % 2] for row in ((1, 2, 3), (4, 5))])
if (length := len("hello")) > 3:
    print(length)
while (n := len(str(length))) < 3:
    length *= 10
print(length, n)
print([last := value * 2 for value in range(4)], last)
print(any((witness := item) > 2 for item in [1, 2, 3, 4]), witness)


def function():
    total = 0
    partial = [total := total + item for item in (1, 2, 3)]
    return partial, total


print(function())
print((a := 1, b := 2), a, b)
print(f"{(x := 5)} {x}", [y := 1, y ** 2], {(k := "key"): k})
values = [1, 2, 3]
print([first, *middle] if (first := values[0]) and (middle := values[1:]) else None)


class Scope:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    pairs = [(i, j) for i in items for j in (3, 4)]


print(Scope.doubled, Scope.pairs, hasattr(Scope, "i"))
try:
    class Broken:
        limit = 2
        bad = [i for i in range(3) if i < limit]
except NameError as error:
    print(error)
generator = (item for item in values)
values = "replaced"
print(list(generator))
try:
    lazy = (1 // item for item in [1, 0])
    print(next(lazy))
    next(lazy)
except ZeroDivisionError as error:
    print(error)
print([lambda: i for i in range(3)][0](), [*range(2), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}})
