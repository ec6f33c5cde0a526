import sys
import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


def fails():
    raise ValueError("bad")


threading.excepthook = hook
t = threading.Thread(target=fails, name="one")
t.start()
t.join()
t = threading.Thread(target=sys.exit, args=(3,), name="exits")
t.start()
t.join()


def broken(args):
    raise KeyError("in the hook")


threading.excepthook = broken
t = threading.Thread(target=fails, name="two")
t.start()
t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=fails, name="three")
t.start()
t.join()
print(t.is_alive())
