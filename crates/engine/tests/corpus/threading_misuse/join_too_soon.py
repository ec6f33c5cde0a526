import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


told(threading.Thread(target=print).join)
told(threading.current_thread().join)
told(threading.Timer(1, print).join)
told(threading.main_thread().join)
thread = threading.Thread(target=lambda: told(threading.main_thread().join, 0.05))
thread.start()
thread.join()
