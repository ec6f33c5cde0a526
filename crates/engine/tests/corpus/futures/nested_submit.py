import time
from concurrent.futures import ThreadPoolExecutor


def child(n):
    time.sleep(0.05)
    return n + 1


def parent(n):
    return sum(pool.submit(child, i).result() for i in range(n))


with ThreadPoolExecutor(4) as pool:
    print(pool.submit(parent, 3).result(), [f.result() for f in [pool.submit(parent, n) for n in (1, 2)]])
