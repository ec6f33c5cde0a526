import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
told(thread.start)
gate.set()
thread.join()
told(thread.start)
