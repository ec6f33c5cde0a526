import time
from concurrent.futures import ThreadPoolExecutor


def bad(future):
    raise ValueError("in the callback")


with ThreadPoolExecutor(1) as pool:
    future = pool.submit(time.sleep, 0.1)
    future.add_done_callback(bad)
    future.add_done_callback(lambda f: print("the next one still runs"))
print("done", future.exception())
