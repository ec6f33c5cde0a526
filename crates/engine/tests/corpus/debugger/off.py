# breakpoint() that is switched off, replaced, or sent elsewhere.
import os
import sys

os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint())
os.environ["PYTHONBREAKPOINT"] = "builtins.print"
breakpoint("printed", "instead", sep="-")
os.environ["PYTHONBREAKPOINT"] = ""


def hook(*args, **kwargs):
    print("hooked", args, kwargs)
    return 5


sys.breakpointhook = hook
print(breakpoint(1, key=2))
sys.breakpointhook = sys.__breakpointhook__
print(sys.breakpointhook is sys.__breakpointhook__)
