# Locks can be nested, but each acquire needs its release: one is forgotten here.
import threading
import time

FORGET = True  #@param {type:"boolean"}
WORKERS = 3  #@param {type:"slider", min:2, max:6}

outer = threading.Lock()
inner = threading.Lock()


def work(name):
    with outer:
        inner.acquire()
        print(name, "holds both")
        time.sleep(0.5)
        if not (FORGET and name == "worker-1"):
            inner.release()


workers = [threading.Thread(target=work, args=(f"worker-{n}",)) for n in range(1, WORKERS + 1)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print("everyone had a turn")
