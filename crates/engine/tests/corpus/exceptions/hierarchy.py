tests = [ZeroDivisionError(), IndexError(), KeyError(), FileNotFoundError(), RecursionError(), NotImplementedError(), UnicodeError(), TimeoutError(), ModuleNotFoundError(), StopIteration(), KeyboardInterrupt(), SystemExit()]
for error in tests:
    kinds = [kind.__name__ for kind in (ArithmeticError, LookupError, OSError, RuntimeError, ValueError, ImportError, Exception, BaseException) if isinstance(error, kind)]
    print(type(error).__name__, kinds)
print(ValueError("a", 1).args, str(ValueError("a", 1)), str(ValueError()), repr(KeyError("k")), str(KeyError("k")))
error = ValueError("one")
error.extra = 5
print(error.extra, error == ValueError("one"), IOError is OSError)
