from multiprocessing import Process, Lock, Queue
import os


def f(lock, i, queue):
    lock.acquire()
    try:
        queue.put(("hello world", i, os.getppid() != os.getpid()))
    finally:
        lock.release()


if __name__ == "__main__":
    lock = Lock()
    queue = Queue()
    processes = [Process(target=f, args=(lock, number, queue)) for number in range(10)]
    for process in processes:
        process.start()
    print(sorted(queue.get() for _ in processes))
    for process in processes:
        process.join()
