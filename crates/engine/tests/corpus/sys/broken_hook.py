"""A hook that fails: both errors are told."""
import sys


def hook(kind, value, traceback):
    raise RuntimeError("the hook failed")


sys.excepthook = hook
raise KeyError("first")
