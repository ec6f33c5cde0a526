# ProcessPoolExecutor: submit, results by order of submission and of completion, map.
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed


def work(n):
    time.sleep(0.1 * n)
    return n, os.getpid() != PARENT


PARENT = os.getpid()

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=3) as pool:
        futures = [pool.submit(work, n) for n in (3, 1, 2)]
        print([future.result()[0] for future in as_completed(futures)])
        print([future.result() for future in futures])
        print(list(pool.map(work, [1, 0])))
        print(futures[0].done(), futures[0].exception())
    try:
        pool.submit(work, 1)
    except RuntimeError as error:
        print(error)
