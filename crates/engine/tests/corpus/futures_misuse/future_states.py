import concurrent.futures as cf
import logging

# Its log tells addresses.
logging.getLogger("concurrent.futures").setLevel(logging.CRITICAL + 1)


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


future = cf.Future()
told(future.result, 0.01)
told(future.exception, timeout=0.01)
future.set_result(1)
told(future.set_result, 2)
told(future.set_exception, ValueError("v"))
told(future.cancel)
told(future.set_running_or_notify_cancel)
future = cf.Future()
print(future.set_running_or_notify_cancel(), future.running(), future.cancel())
told(future.set_running_or_notify_cancel)
future.set_exception(KeyError("k"))
told(future.result)
told(future.exception)
future = cf.Future()
print(future.cancel(), future.cancelled(), future.done())
told(future.result)
told(future.exception)
told(future.set_result, 1)
print(future.set_running_or_notify_cancel(), future)
told(future.set_result, 1)
told(future.set_running_or_notify_cancel)
