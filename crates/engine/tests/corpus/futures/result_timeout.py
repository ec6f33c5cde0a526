import time
from concurrent import futures


def work():
    time.sleep(0.5)
    return "late"


with futures.ThreadPoolExecutor(1) as pool:
    future = pool.submit(work)
    try:
        future.result(timeout=0.1)
    except futures.TimeoutError as error:
        print("timeout", str(error) == "", futures.TimeoutError is TimeoutError)
    try:
        future.exception(timeout=0.1)
    except TimeoutError:
        print("again")
    print(future.running(), future.result(timeout=5))
