group = ExceptionGroup("several", [ValueError(1), TypeError("two")])
print(group)
print(repr(group))
print(group.message, group.exceptions, group.args)
print(type(group), type(group).__mro__)
print(isinstance(group, Exception), isinstance(group, BaseExceptionGroup))
one = ExceptionGroup("single", (KeyError("k"),))
print(one, one.exceptions, repr(one))
base = BaseExceptionGroup("mixed", [ValueError(1), KeyboardInterrupt()])
print(type(base), base, isinstance(base, Exception))
print(type(BaseExceptionGroup("plain", [ValueError(1)])))
nested = ExceptionGroup("outer", [one, ExceptionGroup("inner", [OSError(2, "gone")])])
print(nested)
print(repr(nested))


def attempt(*args):
    try:
        print(ExceptionGroup(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt("no list")
attempt("x", [])
attempt("x", [1])
attempt("x", [ValueError(), "a"])
attempt(1, [ValueError()])
attempt("x", 5)
attempt("x", [KeyboardInterrupt()])
attempt("x", [ValueError()], 3)
try:
    raise group
except ExceptionGroup as caught:
    print("caught", caught, caught is group)
