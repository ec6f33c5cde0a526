import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError, as_completed

with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(time.sleep, 0.1), pool.submit(time.sleep, 0.6)]
    try:
        for future in as_completed(futures, timeout=0.3):
            print("one", future.done())
    except TimeoutError as error:
        print(error)
