# Workers that poll a bounded queue under a lock and nap when it is empty, until a flag says stop.
import queue
import threading
import time

WORKERS = 3  #@param {type:"slider", min:1, max:8}
ITEMS = 5  #@param {type:"slider", min:1, max:10}
NAP_S = 1.0  #@param {type:"number", min:0.1, max:3, step:0.1}

tasks = queue.Queue(10)
lock = threading.Lock()
leaving = False
handled = []
left = []


def work(name):
    while not leaving:
        lock.acquire()
        if not tasks.empty():
            item = tasks.get()
            lock.release()
            handled.append(item)
            time.sleep(0.1)
        else:
            lock.release()
        time.sleep(NAP_S)
    left.append(name)


workers = [threading.Thread(target=work, args=(f"worker-{n}",)) for n in range(1, WORKERS + 1)]
for worker in workers:
    worker.start()
with lock:
    for n in range(ITEMS):
        tasks.put(f"item {n}")
while not tasks.empty():
    time.sleep(0.01)  # without this nap the main thread would burn a whole core
leaving = True
for worker in workers:
    worker.join()
print("handled:", ", ".join(sorted(handled)))
print("left:", ", ".join(sorted(left)))
