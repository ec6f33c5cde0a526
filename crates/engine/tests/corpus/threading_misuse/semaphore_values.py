import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


for kind in (threading.Semaphore, threading.BoundedSemaphore):
    told(kind, -1)
    told(kind, "3")
    told(kind(2).release, 0)
    told(kind(2).release, -1)
    told(kind(2).acquire, False, 1)
    told(kind(2).acquire, timeout=-1)
    told(kind(0).acquire, timeout=-1)
    told(kind(0).acquire, False)
    told(kind(0).acquire, timeout=0.02)
    told(kind(1).acquire, True, None)
    told(kind(1).release, "x")
semaphore = threading.Semaphore(1.5)
print(semaphore.acquire(), semaphore._value)
