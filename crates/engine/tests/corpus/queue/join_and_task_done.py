import queue
import threading
import time

tasks = queue.Queue()
done = []


def worker():
    while True:
        item = tasks.get()
        time.sleep(0.01)
        done.append(item)
        tasks.task_done()


for _ in range(3):
    threading.Thread(target=worker, daemon=True).start()
for item in range(9):
    tasks.put(item)
start = time.monotonic()
tasks.join()
print(sorted(done), tasks.empty(), tasks.unfinished_tasks, time.monotonic() - start < 0.1)
tasks.join()
