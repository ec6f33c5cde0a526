"""What can't be pickled, in CPython's words."""
import pickle
import re
import threading


def local():
    def inner():
        pass

    class C:
        pass

    return inner, C


def gen():
    yield


inner, C = local()
things = [lambda: 0, threading.Lock(), threading.RLock(), gen(), inner, C(), C, (x for x in ()), {}.keys(), threading.Thread(),
    threading.Event(), threading.Condition(), threading, memoryview(b"x"), threading.local(), [threading.Lock()], {"f": lambda: 1}]
for thing in things:
    try:
        print("pickled", len(pickle.dumps(thing)))
    except Exception as error:
        print(type(error), re.sub("0x[0-9a-f]+", "0x", str(error)))
broken = [b"", b"\x80", b"\x80\x04", b"abc", b"\x80\x04K\x01", b"\x80\x06.", b"\x80\x04\x8c\x08__main__\x8c\x03Zzz\x93.", b"cnosuch\nx\n.",
    b".", b"\xff", b"\x80\x04h\x05.", b"\x80\x04X\xff\x00\x00\x00a."]
for data in broken:
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, type(error), re.sub(" from '.*'", "", str(error)))
for wrong in (lambda: pickle.loads("abc"), lambda: pickle.dumps(1, 6)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(pickle.PicklingError.__mro__, pickle.UnpicklingError)
