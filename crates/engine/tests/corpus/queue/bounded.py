"""A small queue holds its producer back; daemon workers; stopping by an Event."""
import queue
import threading
import time

q = queue.Queue(maxsize=2)
times = []
start = time.perf_counter()


def produce():
    for i in range(5):
        q.put(i)
        times.append(round(time.perf_counter() - start, 1))


t = threading.Thread(target=produce)
t.start()
for _ in range(5):
    time.sleep(0.1)
    print("took", q.get())
t.join()
print(len(times), times == sorted(times), times[:2] == [0.0, 0.0], times[-1] >= 0.3)
stop = threading.Event()
done = []


def serve():
    while not stop.is_set():
        try:
            done.append(q.get(timeout=0.05))
        except queue.Empty:
            continue
        q.task_done()


d = threading.Thread(target=serve, daemon=True)
d.start()
for i in range(3):
    q.put(i * 10)
time.sleep(0.1)
stop.set()
d.join()
print(done, d.is_alive(), q.empty())
