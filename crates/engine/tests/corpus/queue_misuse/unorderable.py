import queue


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


items = queue.PriorityQueue()
items.put((1, {"a": 1}))
told(items.put, (1, {"b": 2}))
print(items.qsize())
items = queue.PriorityQueue()
items.put("text")
told(items.put, 5)


class Job:
    pass


items = queue.PriorityQueue()
items.put(Job())
told(items.put, Job())
items = queue.PriorityQueue()
items.put((2, "b"))
items.put((1, "a"))
items.put((1, "A"))
print([items.get() for _ in range(3)])
