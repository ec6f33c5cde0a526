tree = ExceptionGroup("root", [
    ValueError("v1"),
    ExceptionGroup("left", [TypeError("t1"), ValueError("v2")]),
    ExceptionGroup("right", [OSError("o1"), ExceptionGroup("deep", [KeyError("k1"), ValueError("v3")])]),
])


def show(exception, depth=0):
    pad = "  " * depth
    if isinstance(exception, BaseExceptionGroup):
        print(f"{pad}{exception}")
        for inner in exception.exceptions:
            show(inner, depth + 1)
    else:
        print(f"{pad}{exception!r}")


show(tree)
matched, rest = tree.split(ValueError)
print("-- values")
show(matched)
print("-- rest")
show(rest)
print("-- lookups")
show(tree.subgroup((KeyError, OSError)))
print("-- by function")
show(tree.subgroup(lambda e: str(e).endswith("1") or isinstance(e, KeyError)))
print(tree.split(ZeroDivisionError)[0], tree.split(ZeroDivisionError)[1] is tree)
print(tree.subgroup(ExceptionGroup) is tree)
tree.add_note("a note")
show(tree.subgroup(TypeError))
print(tree.subgroup(TypeError).__notes__)
try:
    tree.split(3)
except TypeError as error:
    print(error)


class Errors(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def __init__(self, message, excs, code=0):
        super().__init__(message, excs)

    def derive(self, excs):
        return Errors(self.message, excs, self.code)


own = Errors("own", [ValueError(1), TypeError(2)], 7)
print(type(own).__name__, own.code, own)
part = own.subgroup(ValueError)
print(type(part).__name__, part.code, part)
