import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


for lock in (threading.Lock(), threading.RLock()):
    told(lock.acquire, False, 1)
    told(lock.acquire, True, -2)
    told(lock.acquire, timeout=-0.5)
    told(lock.acquire, timeout=1e12)
    told(lock.acquire, timeout="1")
    told(lock.acquire, timeout=None)
    told(lock.acquire, 1, 2, 3)
    told(lock.acquire, wait=True)
    told(lock.locked) if hasattr(lock, "locked") else None
    told(lock.acquire, blocking=0)
told(threading.Lock, 1)
told(threading.RLock, 1)
told(type(threading.Lock()))
told(isinstance, threading.Lock(), threading.Lock)
