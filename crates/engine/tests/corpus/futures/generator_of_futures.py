import time
from concurrent.futures import ThreadPoolExecutor


def square(n):
    time.sleep(0.01 * (5 - n))
    return n * n


with ThreadPoolExecutor(max_workers=5) as pool:
    futures = [pool.submit(square, n) for n in range(5)]
    print([future.result() for future in futures])
    print(sum(pool.map(square, range(4))), max(pool.map(square, [3, 1, 2])))
    first, second = pool.map(square, (1, 2))
    print(first, second)
    for a, b in zip(range(3), pool.map(lambda x: x + 100, range(3))):
        print(a, b)
