# Rule 44 and A3.8: sleeps overlap where they are gevent's.
import time

import gevent

results = []


def fetch(n, delay):
    gevent.sleep(delay)
    results.append(n)
    return n * n


start = time.time()
jobs = [gevent.spawn(fetch, n, d) for n, d in [(1, 0.15), (2, 0.05), (3, 0.1)]]
gevent.joinall(jobs)
elapsed = time.time() - start
print(results, [job.value for job in jobs])
print("overlapped", round(elapsed, 1))


def block(n):
    time.sleep(0.05)
    print("blocked", n)


start = time.time()
gevent.joinall([gevent.spawn(block, n) for n in range(3)])
print("not patched", round(time.time() - start, 1))
