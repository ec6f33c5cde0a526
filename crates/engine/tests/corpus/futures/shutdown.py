import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.1)
    print("work", n)


pool = ThreadPoolExecutor(1)
for n in range(3):
    pool.submit(work, n)
pool.shutdown(wait=False)
print("not waited")
time.sleep(0.5)
pool = ThreadPoolExecutor(1)
futures = [pool.submit(work, n) for n in range(10, 13)]
time.sleep(0.05)
pool.shutdown(cancel_futures=True)
print([future.cancelled() for future in futures])
