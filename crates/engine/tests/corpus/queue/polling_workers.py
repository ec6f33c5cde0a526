"""Workers that poll under a lock with naps until a flag is set."""
import queue
import threading
import time

exit_flag = False
lock = threading.Lock()
work = queue.Queue(10)
handled = []


def process():
    while not exit_flag:
        lock.acquire()
        if not work.empty():
            item = work.get()
            lock.release()
            handled.append(item)
        else:
            lock.release()
            time.sleep(0.02)


threads = [threading.Thread(target=process) for _ in range(3)]
for t in threads:
    t.start()
with lock:
    for name in ("one", "two", "three", "four", "five"):
        work.put(name)
while not work.empty():
    pass
exit_flag = True
for t in threads:
    t.join()
print(sorted(handled), work.qsize())
