import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


event = threading.Event()
told(event.wait, 0)
told(event.wait, -1)
told(event.wait, "1")
told(event.wait, 0.01)
told(event.set, True)
event.set()
told(event.wait)
told(event.wait, -5)
told(threading.Event, 1)
timer = threading.Timer("soon", print)
told(threading.Timer)
told(threading.Timer, 1)
