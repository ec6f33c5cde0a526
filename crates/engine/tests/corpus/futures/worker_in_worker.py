"""A task that waits for another task of the same pool."""
from concurrent.futures import ThreadPoolExecutor, TimeoutError

with ThreadPoolExecutor(2) as pool:
    def outer(n):
        return pool.submit(pow, n, 2).result() + 1

    print(pool.submit(outer, 4).result())
pool = ThreadPoolExecutor(1)


def stuck():
    inner = pool.submit(pow, 2, 2)
    try:
        return inner.result(timeout=0.1)
    except TimeoutError:
        return inner.cancel(), "no worker is left"


print(pool.submit(stuck).result())
pool.shutdown()
