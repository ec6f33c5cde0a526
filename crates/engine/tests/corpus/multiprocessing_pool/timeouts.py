# get with a timeout, next with a timeout; terminate ends what runs.
import time
from multiprocessing import Pool, TimeoutError


def nap(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    start = time.time()
    pool = Pool(2)
    slow = pool.apply_async(nap, (5,))
    try:
        slow.get(timeout=0.1)
    except TimeoutError as error:
        print(repr(error))
    print(slow.ready())
    results = pool.imap(nap, [0.3])
    try:
        results.next(timeout=0.05)
    except TimeoutError:
        print("not yet")
    print(results.next())
    pool.terminate()
    pool.join()
    print(time.time() - start < 2)
