import threading
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(3)
before = threading.active_count()
for _ in range(3):
    pool.submit(time.sleep, 0.01).result()
    time.sleep(0.02)
print(threading.active_count() - before)
for _ in range(5):
    pool.submit(time.sleep, 0.1)
print(threading.active_count() - before)
pool.shutdown()
print(threading.active_count() - before)
