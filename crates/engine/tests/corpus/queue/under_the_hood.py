import collections
import queue
import time

q = queue.Queue(maxsize=3)
for n in range(3):
    q.put(n)
print(type(q.queue) is collections.deque, q.queue, q.maxsize, q.mutex.locked())
with q.mutex:
    q.queue.clear()
    q.unfinished_tasks = 0
    q.all_tasks_done.notify_all()
    q.not_full.notify()
print(q.qsize(), q.empty(), q.join())
q.maxsize = 1
q.put("x")
try:
    q.put_nowait("y")
except queue.Full:
    print("full now")
print(q.get(), list(q.queue), q.unfinished_tasks)
start = time.monotonic()
try:
    q.get(timeout=0.1)
except queue.Empty as error:
    print(repr(error), str(error) == "", round(time.monotonic() - start, 1))
s = queue.SimpleQueue()
for n in range(3):
    s.put(n, block=False, timeout=3)
print(s.qsize(), s.get(), s.get_nowait(), s.get(timeout=1), s.empty())
print(queue.Queue.__module__, queue.SimpleQueue.__module__, queue.Empty.__module__, queue.__all__)
