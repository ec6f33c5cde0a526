import errno
for error in (OSError(2, "No such file or directory", "a.txt"), OSError(13, "Permission denied"), OSError("only text"), OSError(), FileNotFoundError("gone"), OSError(17, "exists", "f", None, "g"), ConnectionRefusedError(111, "refused"), TimeoutError("late"), OSError(32, "pipe"), OSError(104, "reset"), OSError(11, "again"), OSError(110, "timed out"), OSError(9999, "odd"), OSError(4, "intr"), OSError(20, "nd", "x"), OSError(21, "isd"), OSError(10, "child"), OSError(3, "proc")):
    print(type(error).__name__, repr(error), str(error), error.errno, error.strerror, error.filename, error.args)
for error in (KeyError("k"), KeyError(), KeyError(1, 2), IndexError("i"), StopIteration(5), StopIteration(), SystemExit(3), SystemExit("bye"), SystemExit(), ValueError(), ValueError("a", 1), Exception(None), Exception([1]), ImportError("no", name="mod", path="p"), ModuleNotFoundError("m"), AttributeError("x"), NameError("n"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), UnicodeEncodeError("ascii", "é", 0, 1, "out"), SyntaxError("bad"), AssertionError(), RecursionError("deep"), NotImplementedError("todo"), KeyboardInterrupt(), GeneratorExit(), ArithmeticError("x"), BufferError(), MemoryError(), EOFError("end"), Warning("w"), UserWarning("u"), DeprecationWarning(), BlockingIOError(11, "b"), LookupError("l"), ReferenceError("r"), UnboundLocalError("u"), StopAsyncIteration("s"), TabError("t"), FloatingPointError("f"), ResourceWarning("r")):
    print(type(error).__name__, "|", repr(error), "|", str(error), "|", error.args, [c.__name__ for c in type(error).__mro__[1:-1]])
e = ImportError("no", name="mod", path="p"); print(e.name, e.path, e.msg)
s = StopIteration(5); print(s.value, SystemExit(3).code, SystemExit().code, StopIteration().value, StopIteration(1, 2).value)
u = UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "bad"); print(u.encoding, u.object, u.start, u.end, u.reason)
a = AttributeError("x", name="attr", obj=3); print(a.name, a.obj, NameError("q", name="q").name)
y = SyntaxError("oops", ("f.py", 3, 7, "text", 3, 9)); print(y.msg, y.filename, y.lineno, y.offset, y.text, str(y))
print(IOError is OSError, EnvironmentError is OSError, issubclass(ConnectionError, OSError), errno.ENOENT, errno.errorcode[2], OSError(errno.EEXIST, "x").__class__)
class Custom(OSError): pass
print(repr(Custom(2, "m")), Custom(2, "m").errno, str(Custom(2, "m", "f")))
class WithInit(Exception):
    def __init__(self, code, text="none"):
        super().__init__(code, text); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[1]}"
w = WithInit(5); print(w, repr(w), w.args, w.code); w.args = ("new",); print(w.args, repr(w))
class NoSuper(Exception):
    def __init__(self, value): self.value = value
print(NoSuper(4), repr(NoSuper(4)), NoSuper(4).args)
for call in (lambda: int("x"), lambda: [][3], lambda: {}["k"], lambda: (1).x, lambda: 1/0, lambda: "a" + 1, lambda: open("/nope/x"), lambda: undefined_name, lambda: __import__("nope_mod")):
    try: call()
    except Exception as error: print(type(error).__name__, repr(error), getattr(error, "name", "-"), error.__traceback__ is not None, error.__cause__, error.__context__, error.__suppress_context__)
