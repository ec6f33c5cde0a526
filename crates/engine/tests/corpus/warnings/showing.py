import sys
import warnings


def old():
    warnings.warn("old() is old", DeprecationWarning, stacklevel=2)
    return 1


warnings.warn("look out")
for _ in range(2):
    warnings.warn("once a place", RuntimeWarning)
old()
warnings.simplefilter("ignore")
warnings.warn("not shown")
warnings.simplefilter("always")
for _ in range(2):
    warnings.warn("each time", UserWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    warnings.warn(ResourceWarning("left open"))
    print(len(caught), [str(w.message) for w in caught], [w.category.__name__ for w in caught], caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as an error", FutureWarning)
    except FutureWarning as error:
        print("raised", error)
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
print(warnings.formatwarning("text", UserWarning, "none.py", 7, "code()"), end="")


def show(message, category, filename, lineno, file=None, line=None):
    print("hook:", category.__name__, message, lineno)


warnings.showwarning = show
warnings.warn("by hook")
