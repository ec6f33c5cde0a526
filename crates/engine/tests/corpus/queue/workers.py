"""Producers and consumers, sentinels, join and task_done."""
import queue
import threading
import time

q = queue.Queue()
results = []
lock = threading.Lock()


def producer(count):
    for i in range(count):
        q.put(i)
        print("produced", i)
        time.sleep(0.2)
    q.put(None)


def consumer():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            break
        time.sleep(0.05)
        print("consumed", item)
        q.task_done()


pair = [threading.Thread(target=producer, args=(4,)), threading.Thread(target=consumer)]
for t in pair:
    t.start()
for t in pair:
    t.join()
q.join()
print("unfinished", q.unfinished_tasks)


def worker():
    while True:
        try:
            job = q.get(timeout=0.2)
        except queue.Empty:
            return
        time.sleep(0.01 * job)
        with lock:
            results.append(job)
        q.task_done()


for i in range(8):
    q.put(i)
threads = [threading.Thread(target=worker) for _ in range(3)]
for t in threads:
    t.start()
q.join()
print("all done", sorted(results))
for t in threads:
    t.join()
print(threading.active_count())
