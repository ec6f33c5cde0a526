import queue
import threading

items = queue.Queue()


def worker():
    print(items.get(timeout=0.02))


thread = threading.Thread(target=worker, name="consumer")
thread.start()
thread.join()
full = queue.Queue(maxsize=1)
full.put(1)
try:
    full.put(2, timeout=0.01)
finally:
    print("full", full.full())
