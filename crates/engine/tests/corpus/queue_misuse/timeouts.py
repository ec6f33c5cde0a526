import queue


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


items = queue.Queue(1)
told(items.get, timeout=-1)
told(items.get, True, "soon")
told(items.get, block=False, timeout=-1)
told(items.get, timeout=0)
told(items.get, timeout=0.02)
items.put("a")
told(items.put, "b", timeout=-1)
told(items.put, "b", False)
told(items.put, "b", timeout=0.02)
told(items.put, "b", True, 0)
told(items.put_nowait, "b")
told(items.get_nowait)
told(items.get_nowait)
simple = queue.SimpleQueue()
told(simple.get, timeout=-1)
told(simple.get, timeout="x")
told(simple.get, timeout=0.02)
told(simple.get, False)
told(simple.get_nowait)
told(simple.put, 1, False, -5)
told(simple.get, True, 1e12)
