import time
from concurrent.futures import ThreadPoolExecutor


def work(n, factor=1):
    time.sleep(0.05)
    return n * factor


pool = ThreadPoolExecutor(2)
first = pool.submit(work, 3)
second = pool.submit(work, 3, factor=10)
print(first.result(), second.result(), first.done(), first.running(), first.cancelled())
pool.shutdown()
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)
