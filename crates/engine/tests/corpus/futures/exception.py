import time
from concurrent.futures import ThreadPoolExecutor


def fail():
    time.sleep(0.05)
    raise KeyError("missing")


with ThreadPoolExecutor() as pool:
    future = pool.submit(fail)
    print(repr(future.exception()))
    try:
        future.result()
    except KeyError as error:
        print("result raised", error)
    fine = pool.submit(pow, 2, 5)
    print(fine.exception(), fine.result())
