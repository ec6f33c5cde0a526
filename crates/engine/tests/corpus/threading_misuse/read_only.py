import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


thread = threading.Thread(target=print)
told(setattr, thread, "ident", 5)
told(setattr, thread, "native_id", 5)
told(lambda: thread.no_such_thing)
told(setattr, threading.Lock(), "name", "l")
told(lambda: threading.Lock().no_such)
told(lambda: threading.no_such)
