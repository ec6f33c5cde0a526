import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


told(threading.Thread, None, None, None, (), None, True)
told(threading.Thread, "group")
told(threading.Thread, target=print, arguments=())
told(threading.Thread, 1, 2, 3, 4, 5)
thread = threading.Thread(target=print, args=5)
print(thread.name)
thread = threading.Thread(name=12)
print(repr(thread.name), thread.daemon)
told(thread.join, "soon")
