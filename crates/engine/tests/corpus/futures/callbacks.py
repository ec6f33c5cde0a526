import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.1)
    return n


def told(future):
    print("callback", future.result(), threading.current_thread().name)


with ThreadPoolExecutor(1, thread_name_prefix="crew") as pool:
    future = pool.submit(work, 1)
    future.add_done_callback(told)
    future.add_done_callback(lambda f: print("second", f.done()))
    time.sleep(0.3)
    print("adding to a finished one")
    future.add_done_callback(told)
