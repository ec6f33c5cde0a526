# Locks, events, semaphores and queues of a manager.
import time
from multiprocessing import Manager, Process
from queue import Empty


def work(lock, table, event, queue):
    event.wait()
    for _ in range(10):
        with lock:
            table["n"] = table["n"] + 1
    queue.put("done")


if __name__ == "__main__":
    with Manager() as manager:
        lock, table, event, queue = manager.Lock(), manager.dict(n=0), manager.Event(), manager.Queue()
        workers = [Process(target=work, args=(lock, table, event, queue)) for _ in range(3)]
        for worker in workers:
            worker.start()
        time.sleep(0.05)
        print(table["n"], event.is_set())
        event.set()
        print([queue.get() for _ in workers])
        for worker in workers:
            worker.join()
        print(table["n"], queue.empty(), queue.qsize())
        try:
            queue.get(timeout=0.05)
        except Empty as error:
            print(repr(error))
        slots = manager.Semaphore(1)
        print(slots.acquire(), slots.acquire(False))
        slots.release()
        barrier = manager.Barrier(2)
        print(barrier.parties, barrier.n_waiting, barrier.broken)
        print(lock.acquire(), lock.acquire(False), lock.acquire(True, 0.02))
        lock.release()
