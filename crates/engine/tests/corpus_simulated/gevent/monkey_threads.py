from gevent import monkey

monkey.patch_all()
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

import gevent

start = time.time()
lock = threading.Lock()
total = 0


def work(n):
    global total
    print("starts", n, threading.current_thread().name)
    time.sleep(0.05 * n)
    with lock:
        total += n
    print("ends", n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(1, 4)]
for t in threads:
    t.start()
print("alive", [t.is_alive() for t in threads], threading.active_count())
for t in threads:
    t.join()
print(total, [t.is_alive() for t in threads], threading.active_count(), round(time.time() - start, 1))

q = queue.Queue(2)


def producer():
    for n in range(5):
        q.put(n)
        print("put", n)
    q.put(None)


def consumer():
    while True:
        item = q.get()
        if item is None:
            break
        print("got", item)
        q.task_done()


pair = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for t in pair:
    t.start()
for t in pair:
    t.join()

event = threading.Event()
condition = threading.Condition()
semaphore = threading.Semaphore(2)


def waits(n):
    event.wait()
    with semaphore:
        print("in", n)
        time.sleep(0.02)
    with condition:
        condition.notify_all()


greenlets = [gevent.spawn(waits, n) for n in range(4)]
time.sleep(0.01)
event.set()
with condition:
    print("told", condition.wait(timeout=1))
gevent.joinall(greenlets)


def square(n):
    time.sleep(0.05)
    return n * n


start = time.time()
with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(square, range(4))))
    futures = [pool.submit(square, n) for n in range(3)]
    print(sorted(f.result() for f in as_completed(futures)))
print(round(time.time() - start, 1))
print(threading.main_thread() is threading.current_thread(), threading.main_thread().name)
data = threading.local()
data.x = 1


def other():
    print(hasattr(data, "x"), threading.current_thread().name)


gevent.spawn(other).join()
t = threading.Timer(0.05, lambda: print("timer"))
t.start()
t.join()
t = threading.Thread(target=lambda: (time.sleep(0.05), print("joined at the end")))
t.start()
d = threading.Thread(target=lambda: (time.sleep(0.5), print("never")), daemon=True)
d.start()
barrier = threading.Barrier(2)
gevent.joinall([gevent.spawn(lambda n=n: print("barrier", barrier.wait() in (0, 1))) for n in range(2)])
r = threading.RLock()
with r:
    with r:
        print("reentrant")
for bad in (lock.release, r.release):
    try:
        bad()
    except RuntimeError as error:
        print(error)
print(lock.acquire(timeout=0.01), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.locked())
