import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


told(threading.Condition, 5)
told(threading.Condition, lock="lock")
told(threading.Condition, threading.Lock(), 1)
told(threading.Condition(threading.Semaphore()).wait)
condition = threading.Condition()
with condition:
    told(condition.notify, "all")
    told(condition.notify, -1)
    told(condition.wait, -1)
    told(condition.wait, 0)


def other():
    told(condition.notify)
    told(condition.acquire, False)


with condition:
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
