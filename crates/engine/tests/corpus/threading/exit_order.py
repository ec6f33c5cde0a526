"""Rule 18: the main thread's end, then the pools' workers and the other threads, then atexit, last first."""
import atexit
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def say(what, after=0.0):
    time.sleep(after)
    print(what)


atexit.register(say, "atexit registered first")
atexit.register(say, "atexit registered last")
pool = ThreadPoolExecutor(1)
threading.Thread(target=say, args=("thread", 0.2)).start()
threading.Thread(target=say, args=("daemon", 0.4), daemon=True).start()
pool.submit(say, "pooled", 0.1)
pool.submit(say, "pooled too", 0.0)
print("main ends")
