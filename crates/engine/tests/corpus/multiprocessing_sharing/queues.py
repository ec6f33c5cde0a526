# Queue between processes: values in order, sizes, Empty and Full, what is closed.
import time
from multiprocessing import Process, Queue
from queue import Empty, Full


def produce(queue):
    for n in range(3):
        queue.put({"n": n})
    queue.put(None)


if __name__ == "__main__":
    queue = Queue()
    process = Process(target=produce, args=(queue,))
    process.start()
    while (item := queue.get()) is not None:
        print(item)
    process.join()
    print(queue.empty(), queue.qsize())
    try:
        queue.get_nowait()
    except Empty as error:
        print(repr(error))
    start = time.time()
    try:
        queue.get(timeout=0.1)
    except Empty:
        print(time.time() - start >= 0.1)
    small = Queue(2)
    small.put(1)
    small.put(2)
    print(small.full(), small.qsize())
    try:
        small.put(3, timeout=0.05)
    except Full as error:
        print(repr(error))
    try:
        small.put_nowait(3)
    except Full:
        print("full")
    print(small.get(), small.get())
    small.close()
    try:
        small.put(1)
    except ValueError as error:
        print(str(error).startswith("Queue <"), str(error).endswith("is closed"))
    small.join_thread()
