import time
from concurrent.futures import ThreadPoolExecutor, as_completed

pool = ThreadPoolExecutor(2)
futures = [pool.submit(time.sleep, 0.2), pool.submit(time.sleep, 0.01)]
for future in as_completed(futures, timeout=0.1):
    print("one", future.result())
