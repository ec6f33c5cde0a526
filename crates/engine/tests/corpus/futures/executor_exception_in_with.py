import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.1)
    print("work", n)


try:
    with ThreadPoolExecutor(2) as pool:
        for n in range(2):
            pool.submit(work, n * 0)
        raise KeyError("in the block")
except KeyError as error:
    print("after the workers:", error)
