import time
from concurrent.futures import ThreadPoolExecutor


def work(a, b=0):
    time.sleep(0.1 / (a + 1))
    return a * 10 + b


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(work, range(4))))
    print(list(pool.map(work, [1, 2, 3], [7, 8])))
    results = pool.map(work, [5])
    print(next(results), list(results), list(pool.map(work, [])))
