import threading
import time
from concurrent.futures import ThreadPoolExecutor


def name():
    time.sleep(0.1)
    return threading.current_thread().name


with ThreadPoolExecutor(2) as pool:
    print(sorted({f.result() for f in [pool.submit(name) for _ in range(4)]}))
with ThreadPoolExecutor(1, "mine") as pool:
    print(pool.submit(name).result())
with ThreadPoolExecutor(3) as pool:
    print({pool.submit(name).result() for _ in range(3)})
