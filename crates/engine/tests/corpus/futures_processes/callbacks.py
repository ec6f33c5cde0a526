# Callbacks run in the parent, in the thread that takes results.
import os
import threading
from concurrent.futures import ProcessPoolExecutor


def pid(_):
    return os.getpid()


def told(future):
    print(future.result() != os.getpid(), threading.current_thread() is threading.main_thread())


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(pid, 0)
        future.add_done_callback(told)
