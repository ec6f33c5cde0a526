import queue


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


told(queue.Queue, maxsize="two")
told(queue.Queue().put)
told(queue.Queue().get_nowait, 1)
told(queue.Queue, 1, 2)
told(queue.SimpleQueue, 5)
told(queue.SimpleQueue().put)
told(lambda: queue.Queue().no_such)
told(lambda: len(queue.Queue()))
told(lambda: list(queue.Queue()))
told(lambda: queue.Queue()[0])
told(queue.PriorityQueue().put_nowait, None)
sized = queue.Queue("two")
told(sized.put, 1)
told(sized.full)
print(bool(queue.Queue()), queue.Queue(-3).full())
