# Timeouts of result and map.
import time
from concurrent.futures import ProcessPoolExecutor, TimeoutError


def nap(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        future = pool.submit(nap, 0.3)
        try:
            future.result(timeout=0.05)
        except TimeoutError as error:
            print(repr(error), future.running())
        try:
            for value in pool.map(nap, [0, 0.4], timeout=0.2):
                print(value)
        except TimeoutError:
            print("too slow")
        print(future.result())
