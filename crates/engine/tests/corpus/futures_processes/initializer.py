# The initializer runs in each worker; shutdown(cancel_futures=True) drops what has not started.
import time
from concurrent.futures import ProcessPoolExecutor

word = None


def prepare(own):
    global word
    word = own


def tell(n):
    return f"{word}-{n}"


def nap(n):
    time.sleep(0.1)
    return n


if __name__ == "__main__":
    with ProcessPoolExecutor(2, initializer=prepare, initargs=("w",)) as pool:
        print(list(pool.map(tell, range(3))))
    print(word)
    pool = ProcessPoolExecutor(1)
    futures = [pool.submit(nap, n) for n in range(6)]
    time.sleep(0.05)
    pool.shutdown(cancel_futures=True)
    print([future.cancelled() for future in futures][0], [future.cancelled() for future in futures][-2:])
