from __future__ import annotations


def function(a: int, b: list[Undefined] = None, *, c: "quoted" = 1) -> Later | None:
    return a


class Later:
    field: Undefined
    other: dict[str, Later] = {}

    def method(self, x: Later) -> Later:
        return self


value: Nowhere = 3
print(function.__annotations__)
print(Later.__annotations__, Later.method.__annotations__)
print(__annotations__, function(2), value)


def shapes(a: lambda x: x + 1, b: (1, 2), c: [1, 2][0], d: x if y else z, e: not a, f: -1, g: a.b.c(1, k=2)) -> {1: 2}:
    pass


for name, text in shapes.__annotations__.items():
    print(name, repr(text))
