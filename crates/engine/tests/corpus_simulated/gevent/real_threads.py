# Real threads for what blocks: the hub goes on meanwhile.
import io
import sys
import time

import gevent
from gevent.threadpool import ThreadPool, ThreadPoolExecutor

pool = ThreadPool(3)
start = time.time()


def block(n):
    time.sleep(0.1)
    return n * 2


def tick():
    for _ in range(3):
        gevent.sleep(0.02)
        print("tick")


ticker = gevent.spawn(tick)
print(pool.map(block, range(6)), round(time.time() - start, 1))
ticker.join()
result = pool.spawn(block, 5)
print(result.ready(), result.get(), result.ready())
print(pool.apply(block, (4,)))
sys.stderr = io.StringIO()
failing = pool.spawn(lambda: 1 / 0)
try:
    failing.get()
except ZeroDivisionError as error:
    print("raised", error)
print(pool.maxsize, len(pool))
print([gevent.get_hub().threadpool.spawn(block, n).get() for n in range(2)])
with gevent.Timeout(0.05, False):
    pool.spawn(block, 1).get()
    print("not reached")
print(list(pool.imap(block, [1, 2])))
pool.join()
pool.kill()
