import queue


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    items = kind()
    told(items.task_done)
    items.put(1)
    items.get()
    told(items.task_done)
    told(items.task_done)
    told(items.join)
told(lambda: queue.SimpleQueue().task_done)
told(lambda: queue.SimpleQueue().join)
