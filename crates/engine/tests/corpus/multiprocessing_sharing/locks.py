# Lock, RLock, Semaphore, BoundedSemaphore: who holds them, what their names show, what they refuse.
import time
from multiprocessing import BoundedSemaphore, Lock, Process, Queue, RLock, Semaphore


def try_lock(lock, told):
    told.put(lock.acquire(block=False))
    told.put(lock.acquire(timeout=0.05))
    with lock:
        told.put("got it")


if __name__ == "__main__":
    told = Queue()
    lock = Lock()
    print(lock)
    lock.acquire()
    print(lock)
    process = Process(target=try_lock, args=(lock, told))
    process.start()
    print(told.get(), told.get())
    time.sleep(0.05)
    lock.release()
    print(told.get())
    process.join()
    try:
        lock.release()
    except ValueError as error:
        print(error)
    again = RLock()
    with again, again:
        print(again)
    print(again)
    try:
        again.release()
    except AssertionError as error:
        print(error)
    slots = Semaphore(2)
    print(slots, slots.acquire(), slots.acquire(), slots.acquire(False), slots.get_value())
    slots.release()
    print(slots)
    bounded = BoundedSemaphore(1)
    print(bounded)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
