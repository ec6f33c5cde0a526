import _thread
import time


def told(call, *args):
    try:
        print("fine:", call(*args))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


told(_thread.start_new_thread)
told(_thread.start_new_thread, 5, ())
told(_thread.start_new_thread, print, 5)
told(_thread.start_new_thread, print, (), 5)
told(_thread.start_new_thread, print, (), {}, 1)
told(_thread.allocate_lock().release)
told(_thread.exit)
print(_thread.error is RuntimeError, _thread.LockType)


def fails(n):
    raise KeyError(n)


_thread.start_new_thread(fails, (3,))
time.sleep(0.1)
_thread.start_new_thread(_thread.exit, ())
time.sleep(0.05)
print("end")
