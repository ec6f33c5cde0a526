"""put and get, sizes, the nowait forms, Empty and Full, timeouts."""
import queue
import time

q = queue.Queue()
for i in range(3):
    q.put(i)
print(q.qsize(), q.empty(), q.full(), q.get(), q.get_nowait(), q.get(timeout=1))
for call in (q.get_nowait, lambda: q.get(False), lambda: q.get(block=True, timeout=0.1)):
    start = time.monotonic()
    try:
        call()
    except queue.Empty as error:
        print(repr(error), type(error), round(time.monotonic() - start, 1))
q = queue.Queue(maxsize=2)
q.put("a")
q.put("b")
print(q.full(), q.maxsize, q.qsize())
for call in (lambda: q.put_nowait("c"), lambda: q.put("c", block=False), lambda: q.put("c", timeout=0.1)):
    try:
        call()
    except queue.Full as error:
        print(repr(error), type(error))
for bad in (lambda: q.get(timeout=-1), lambda: q.put(1, timeout=-1)):
    try:
        bad()
    except ValueError as error:
        print(error)
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
print(queue.Queue(0).maxsize, queue.Queue[int], isinstance(q, queue.Queue), list(q.queue))
with q.mutex:
    q.queue.clear()
print(q.empty(), q.queue, q.unfinished_tasks)
