import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


space = threading.local()
told(lambda: space.x)
told(delattr, space, "x")
told(threading.local, 5)
told(threading.local, a=1)
space.x = 1


def other():
    told(lambda: space.x)
    told(hasattr, space, "x")
    told(getattr, space, "x", "default")
    space.x = 2
    print(vars(space), space.__dict__)


thread = threading.Thread(target=other)
thread.start()
thread.join()
print(space.x, vars(space))
