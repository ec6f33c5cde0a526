def swap(value):
    match value:
        case (1, a, b) | (2, b, a):
            return a, b
        case {"a": a, "b": b} | {"b": b, "a": a, "c": _}:
            return a, b
        case [a, b, c, "x"] | ["x", c, b, a] | ["y", b, a, c]:
            return a, b, c


for value in ((1, "p", "q"), (2, "p", "q"), {"a": 1, "b": 2}, ["i", "j", "k", "x"], ["x", "i", "j", "k"],
              ["y", "i", "j", "k"], None):
    print(value, swap(value))


def total(tree):
    match tree:
        case ("+", left, right):
            return total(left) + total(right)
        case ("*", left, right):
            return total(left) * total(right)
        case ("-", only):
            return -total(only)
        case int() | float():
            return tree
        case _:
            raise ValueError(f"no tree: {tree!r}")


print(total(("+", 1, ("*", 2, ("-", 3)))))
try:
    total(("+", 1))
except ValueError as error:
    print(error)
