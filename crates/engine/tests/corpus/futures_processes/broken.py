# A worker that dies breaks the pool: every pending future says so, and so does submit (A4.8).
import os
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die():
    time.sleep(0.05)
    os._exit(3)


def nap():
    time.sleep(0.5)


if __name__ == "__main__":
    pool = ProcessPoolExecutor(2)
    doomed, other = pool.submit(die), pool.submit(nap)
    for future in (doomed, other):
        try:
            future.result()
        except BrokenProcessPool as error:
            print(error)
    try:
        pool.submit(nap)
    except BrokenProcessPool as error:
        print(error)
    pool.shutdown()
