import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


lock = threading.Lock()
told(lock.release)
with lock:
    pass
told(lock.release)
lock.acquire()
lock.release()
told(lock.__exit__, None, None, None)
told(lock.__exit__)
told(lock.release, 1)
print(lock.locked())
