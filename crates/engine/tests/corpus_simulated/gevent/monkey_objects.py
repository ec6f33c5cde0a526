from gevent import monkey

print(monkey.is_module_patched("threading"), monkey.is_module_patched("time"))
print(monkey.patch_all(thread=False, socket=False))
print(monkey.is_module_patched("threading"), monkey.is_module_patched("time"), monkey.is_module_patched("queue"))
monkey.patch_thread()
monkey.patch_thread()
print(monkey.is_module_patched("threading"), monkey.is_object_patched("threading", "local"), monkey.is_object_patched("threading", "Thread"))
import queue
import threading
import time

import gevent
import gevent.event
import gevent.local
import gevent.queue

print(time.sleep is gevent.sleep, queue.Queue is gevent.queue.Queue, queue.SimpleQueue is gevent.queue.SimpleQueue)
print(threading.local is gevent.local.local, threading.Event is gevent.event.Event)
print(queue.Empty is gevent.queue.Empty, queue.Full is gevent.queue.Full)
print(type(threading.Lock()).__name__, threading.get_ident() == id(gevent.getcurrent()))
print(monkey.get_original("time", "sleep") is time.sleep)
print(len(monkey.get_original("threading", ["Lock", "local"])))
q = queue.Queue(maxsize=1)
q.put(1)
try:
    q.put(2, timeout=0.01)
except queue.Full:
    print("full")
print(q.get(), q.empty())
try:
    q.get_nowait()
except queue.Empty:
    print("empty")
q = queue.PriorityQueue()
for n in (2, 1, 3):
    q.put(n)
print([q.get() for _ in range(3)])
q = queue.Queue()


def worker():
    while True:
        item = q.get()
        time.sleep(0.01)
        print("item", item, threading.current_thread().name)
        q.task_done()


for _ in range(2):
    threading.Thread(target=worker, daemon=True).start()
for n in range(4):
    q.put(n)
q.join()
print("all done")
