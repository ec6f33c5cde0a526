"""A pool that takes no more than so many tasks at a time."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class Bounded:
    def __init__(self, workers, bound):
        self.pool = ThreadPoolExecutor(workers)
        self.slots = threading.BoundedSemaphore(bound)

    def submit(self, fn, *args):
        self.slots.acquire()
        try:
            future = self.pool.submit(fn, *args)
        except BaseException:
            self.slots.release()
            raise
        future.add_done_callback(lambda _: self.slots.release())
        return future


pool = Bounded(2, 3)
start = time.monotonic()
futures = []
for n in range(5):
    futures.append(pool.submit(time.sleep, 0.1))
    print(n, round(time.monotonic() - start, 1))
pool.pool.shutdown()
print([f.done() for f in futures])
