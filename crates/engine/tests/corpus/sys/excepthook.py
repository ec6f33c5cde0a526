"""A hook of one's own for what nobody catches."""
import atexit
import sys
import threading


def hook(kind, value, traceback):
    print("hook:", kind.__name__, value, traceback is not None, kind is type(value))


print(sys.excepthook is sys.__excepthook__)
sys.excepthook = hook
atexit.register(print, "at exit")
thread = threading.Thread(target=lambda: print("in a thread"))
thread.start()
thread.join()
try:
    1 / 0
except ZeroDivisionError:
    kind, value, traceback = sys.exc_info()
    print(kind.__name__, value, traceback is not None, sys.exception() is value)
print(sys.exc_info(), sys.exception())
raise ValueError("nobody catches this")
