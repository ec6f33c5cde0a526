import concurrent.futures
import time


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


with concurrent.futures.ThreadPoolExecutor(1) as pool:
    slow = pool.submit(time.sleep, 0.2)
    told(slow.result, 0.02)
    told(slow.result, timeout=0)
    told(slow.exception, 0.02)
    told(slow.result, timeout="1")
    told(list, pool.map(time.sleep, [0.01], timeout=0.02))
    print(concurrent.futures.TimeoutError is TimeoutError)
    told(slow.result, -1)
