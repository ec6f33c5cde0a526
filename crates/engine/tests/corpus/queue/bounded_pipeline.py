import queue
import threading
import time

first, second = queue.Queue(2), queue.Queue(2)
log = []


def source():
    for n in range(6):
        first.put(n)
        log.append(("put", n, first.qsize() <= 2))
    first.put(None)


def middle():
    while (n := first.get()) is not None:
        time.sleep(0.01)
        second.put(n * 10)
    second.put(None)


def sink():
    while (n := second.get()) is not None:
        print("out", n)


threads = [threading.Thread(target=f) for f in (source, middle, sink)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(all(fits for _, _, fits in log), len(log))
