# A pipeline is as fast as its slowest stage. More workers at that stage help, elsewhere they don't.
import queue
import threading
import time

ITEMS = 12  #@param {type:"slider", min:2, max:60}
READERS = 1  #@param {type:"slider", min:1, max:8}
RESIZERS = 1  #@param {type:"slider", min:1, max:8}
WRITERS = 1  #@param {type:"slider", min:1, max:8}

READ_S, RESIZE_S, WRITE_S = 0.1, 0.4, 0.1
STOP = object()


def stage(seconds, source, sink):
    while (item := source.get()) is not STOP:
        time.sleep(seconds)
        sink.put(item)


def crew(size, seconds, source, sink):
    workers = [threading.Thread(target=stage, args=(seconds, source, sink)) for _ in range(size)]
    for worker in workers:
        worker.start()
    return workers


to_read, to_resize, to_write, done = (queue.Queue() for _ in range(4))
start = time.perf_counter()
for n in range(ITEMS):
    to_read.put(n)
stages = [
    (crew(READERS, READ_S, to_read, to_resize), to_read),
    (crew(RESIZERS, RESIZE_S, to_resize, to_write), to_resize),
    (crew(WRITERS, WRITE_S, to_write, done), to_write),
]
deepest = 0
for workers, source in stages:
    for _ in workers:
        source.put(STOP)
    for worker in workers:
        worker.join()
    deepest = max(deepest, to_resize.qsize(), to_write.qsize())
print(f"{done.qsize()} items in {time.perf_counter() - start:.1f} s")
print(f"the slowest stage alone: {ITEMS * RESIZE_S / RESIZERS:.1f} s")
