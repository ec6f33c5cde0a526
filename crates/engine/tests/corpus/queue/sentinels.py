import queue
import threading

STOP = object()
work, results = queue.Queue(), queue.Queue()


def worker():
    for item in iter(work.get, STOP):
        results.put((item, item * item))
    work.put(STOP)


threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
for n in range(10):
    work.put(n)
work.put(STOP)
for t in threads:
    t.join()
print(sorted(results.get() for _ in range(results.qsize())))
print(work.qsize(), work.get() is STOP)
