import atexit
import threading
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)


def late():
    time.sleep(0.1)
    try:
        pool.submit(print, "late")
    except RuntimeError as error:
        print("late:", error)


@atexit.register
def at_exit():
    try:
        pool.submit(print, "at exit")
    except RuntimeError as error:
        print("at exit:", error)


threading.Thread(target=late).start()
pool.submit(print, "in time").result()
print("main ends")
