class AppError(Exception):
    """An error of ours."""

    def __init__(self, message, code=0):
        super().__init__(message)
        self.code = code


class Detailed(AppError):
    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


class Odd(Exception):
    def __init__(self, *args, extra=None):
        self.extra = extra


for error in (ValueError(), ValueError("one"), ValueError("one", 2), KeyError("k"), KeyError("a", "b"), KeyError(), IndexError(3), AppError("m", 5),
              Detailed("m", 6), Odd(1, 2, extra=3), OSError(2, "No such file"), OSError(2, "No such file", "x.txt"), OSError("plain"), OSError(),
              StopIteration(5), SystemExit(3), SystemExit(), SystemExit("bye"), KeyboardInterrupt(), AssertionError("a"), NotImplementedError("n"),
              ImportError("i", name="m"), ModuleNotFoundError("No module named 'zz'", name="zz"), NameError("n", name="x"), AttributeError("a", name="y", obj=1),
              UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), UnicodeEncodeError("ascii", "é", 0, 1, "ordinal not in range(128)"),
              SyntaxError("bad"), TimeoutError("late"), ConnectionResetError(104, "reset"), RuntimeError(None), Exception([1], {"a": 1}), ValueError("it's"),
              OSError(13, "denied"), OSError(9999, "unknown"), BlockingIOError(11, "again"), GeneratorExit(), EOFError("end"), ZeroDivisionError("z")):
    print(type(error).__name__, "|", str(error), "|", repr(error), "|", error.args)
e = OSError(2, "No such file", "x.txt")
print(e.errno, e.strerror, e.filename, type(e).__name__, isinstance(e, FileNotFoundError))
print(StopIteration(5).value, SystemExit(3).code, SystemExit().code, ImportError("i", name="m").name, ImportError("x").path)
a = AppError("first", 1)
a.extra = "attached"
print(a.__dict__, a.code, AppError.__doc__, AppError.__mro__)
a.args = ("changed", 2)
print(a, repr(a))
print(ValueError("x") == ValueError("x"), hash(a) == hash(a), bool(ValueError()))
a.add_note("note one")
a.add_note("note two")
print(a.__notes__)
try:
    a.add_note(5)
except TypeError as error:
    print(error)
print(a.with_traceback(None) is a, a.__traceback__, a.__cause__, a.__context__, a.__suppress_context__)
u = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
print(u.encoding, u.object, u.start, u.end, u.reason)
print(issubclass(KeyError, LookupError), issubclass(TimeoutError, OSError), IOError is OSError, EnvironmentError is OSError, BaseException.__bases__)
print([c.__name__ for c in ConnectionResetError.__mro__], [c.__name__ for c in RecursionError.__mro__])
