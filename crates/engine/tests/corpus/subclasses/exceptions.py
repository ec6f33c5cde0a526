class AppError(Exception):
    """base"""
class HttpError(AppError):
    def __init__(self, status, message="error"):
        super().__init__(message); self.status = status; self.message = message
    def __str__(self): return f"{self.status} {self.message}"
class NotFound(HttpError):
    def __init__(self, what): super().__init__(404, f"{what} not found"); self.what = what
class Coded(Exception):
    code = 7
    def __repr__(self): return f"<Coded {self.args}>"
for error in (AppError("a"), HttpError(500), NotFound("page"), Coded(1, 2), AppError(), AppError("x", 3)):
    print(type(error).__name__, str(error), repr(error), error.args, isinstance(error, AppError), f"{error}", "%s" % error, [error])
try: raise NotFound("file")
except HttpError as error: print(error.status, error.what, error, error.__class__.__mro__[1].__name__)
try:
    try: raise ValueError("inner")
    except ValueError as inner: raise AppError("outer") from inner
except AppError as error: print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try: {}["k"]
    except KeyError: raise RuntimeError("second")
except RuntimeError as error: print(repr(error.__context__), error.__cause__)
class Multi(ValueError, KeyError):
    pass
try: raise Multi("both")
except KeyError as error: print(repr(error), str(error), isinstance(error, ValueError), [c.__name__ for c in Multi.__mro__])
class Retry(Exception):
    def __init__(self, *args, delay=1, **extra): super().__init__(*args); self.delay = delay; self.extra = extra
r = Retry("x", delay=5, tag="t"); print(r, r.args, r.delay, r.extra, vars(r))
class Timeout(TimeoutError):
    def __init__(self): super().__init__(110, "custom"); 
t = Timeout(); print(t, t.errno, repr(t), isinstance(t, OSError))
class Quiet(Exception):
    def __new__(cls, *args): self = super().__new__(cls, *args); self.made = len(args); return self
print(Quiet(1, 2).made, Quiet("z").args, Exception.__new__(Exception, 5).args)
e = AppError("note"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__, hasattr(AppError(), "__notes__"), AppError.__doc__, AppError.__name__)
try: raise AppError
except AppError as error: print(repr(error), error.args == ())
for bad in (lambda: (_ for _ in ()).throw(5), lambda: AppError().nope, lambda: AppError(a=1), lambda: HttpError()):
    try: print(bad())
    except Exception as error: print(type(error).__name__, error)
def chain():
    try: raise ValueError("one")
    except ValueError as error:
        error.args = ("changed", 2); raise
try: chain()
except ValueError as error: print(error, error.args, error.with_traceback(None) is error)
try: assert 1 == 2, "message"
except AssertionError as error: print(error, repr(error))
try: raise KeyError("k") from None
except KeyError as error: print(error.__cause__, error.__suppress_context__, str(error), error.args[0])
print(issubclass(HttpError, AppError), Exception("a") == Exception("a"), len({AppError("a"), AppError("a")}), sorted([3, 1], key=lambda x: -x), StopIteration("v").value)
