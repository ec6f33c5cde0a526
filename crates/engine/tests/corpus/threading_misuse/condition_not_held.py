import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


condition = threading.Condition()
told(condition.wait)
told(condition.wait, 0.01)
told(condition.notify)
told(condition.notify_all)
told(condition.release)
told(condition.wait_for, lambda: False, 0.01)
told(condition.wait_for, lambda: True)
plain = threading.Condition(threading.Lock())
told(plain.wait)
told(plain.notify)
told(plain.release)
with plain:
    told(plain.wait, 0.01)
    told(plain.notify, 3)
    told(plain.wait, "long")
    print(plain._is_owned())
