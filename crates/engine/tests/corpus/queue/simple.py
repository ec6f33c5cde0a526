"""SimpleQueue: no bound, no tasks; get with and without waiting."""
import queue
import threading
import time

s = queue.SimpleQueue()
s.put(1)
s.put(2, block=True, timeout=3)
s.put_nowait(3)
print(s.qsize(), s.get(), s.get_nowait(), s.get(timeout=1), s.empty())
for call in (s.get_nowait, lambda: s.get(False), lambda: s.get(timeout=0.05), lambda: s.get(True, 0.05)):
    try:
        call()
    except queue.Empty as error:
        print(repr(error))
try:
    s.get(timeout=-1)
except ValueError as error:
    print(error)
threading.Timer(0.1, s.put, args=("late",)).start()
start = time.perf_counter()
print(s.get(timeout=1), round(time.perf_counter() - start, 1))
got = []
readers = [threading.Thread(target=lambda: got.append(s.get())) for _ in range(3)]
for r in readers:
    r.start()
for i in range(3):
    s.put(i)
for r in readers:
    r.join()
print(sorted(got))
