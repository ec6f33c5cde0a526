import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


class Hasty(threading.Thread):
    def __init__(self):
        self.data = 1


thread = Hasty()
told(thread.start)
told(thread.join)
told(lambda: thread.name)
told(thread.is_alive)
told(repr, thread)
told(lambda: thread.daemon)
told(setattr, thread, "daemon", True)
told(setattr, thread, "name", "x")
told(lambda: thread.ident)
