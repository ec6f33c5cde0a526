import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(pause_s):
    time.sleep(pause_s)
    return pause_s


with ThreadPoolExecutor(3) as pool:
    futures = {pool.submit(work, pause_s): name for name, pause_s in (("a", 0.3), ("b", 0.1), ("c", 0.2))}
    for future in as_completed(futures):
        print(futures[future], future.result())
print(len(list(as_completed(futures))))
