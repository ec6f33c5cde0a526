import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
futures = [pool.submit(time.sleep, 0.1) for _ in range(4)]
start = time.monotonic()
pool.shutdown(wait=False)
print(round(time.monotonic() - start, 1), [f.done() for f in futures])
pool.shutdown()
print(round(time.monotonic() - start, 1), [f.done() for f in futures])
