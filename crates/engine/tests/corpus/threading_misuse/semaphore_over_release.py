import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


semaphore = threading.BoundedSemaphore(2)
told(semaphore.release)
semaphore.acquire()
told(semaphore.release, 2)
print(semaphore._value)
told(semaphore.release)
told(semaphore.release)
with semaphore:
    semaphore.acquire()
told(semaphore.release, 1)
told(semaphore.release, 1)
free = threading.Semaphore(0)
told(free.release, 3)
print(free._value, [free.acquire(False) for _ in range(4)])
