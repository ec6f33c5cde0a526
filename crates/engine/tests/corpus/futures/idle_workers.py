"""Rule 22: a worker that is idle is used again; else there is a new one up to the most."""
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=5) as pool:
    for _ in range(3):
        pool.submit(time.sleep, 0.01).result()
        time.sleep(0.02)
    print(len(pool._threads), pool._max_workers, pool._work_queue.qsize())
    futures = [pool.submit(time.sleep, 0.05) for _ in range(4)]
    print(len(pool._threads), sorted(t.name for t in pool._threads)[0])
    for f in futures:
        f.result()
with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(time.sleep, 0.05) for _ in range(6)]
    time.sleep(0.02)
    print(pool._work_queue.qsize(), sum(f.running() for f in futures))
