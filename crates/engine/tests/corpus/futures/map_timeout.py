import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError


def work(pause_s):
    time.sleep(pause_s)
    return pause_s


with ThreadPoolExecutor(2) as pool:
    try:
        for value in pool.map(work, [0.1, 0.6], timeout=0.3):
            print(value)
    except TimeoutError as error:
        print("timed out", repr(error), TimeoutError.__name__)
