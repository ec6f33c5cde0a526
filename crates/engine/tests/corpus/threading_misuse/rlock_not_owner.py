import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


lock = threading.RLock()
told(lock.release)
lock.acquire()
lock.acquire()


def other():
    told(lock.release)
    told(lock.acquire, False)
    told(lock.acquire, timeout=0.02)
    told(lock._is_owned)


thread = threading.Thread(target=other)
thread.start()
thread.join()
lock.release()
lock.release()
told(lock.release)
told(lock._release_save)
