# Condition, Event and Barrier between processes.
import time
from multiprocessing import Barrier, Condition, Event, Process, Queue


def wait_for_it(condition, ready, told):
    with condition:
        condition.wait_for(ready.is_set)
    told.put("condition")


def wait_event(event, told):
    told.put(event.wait(0.03))
    told.put(event.wait())


def meet(barrier, told, n):
    time.sleep(0.03 * n)
    told.put(("arrived", n))
    time.sleep(0.05)
    told.put(("through", barrier.wait() >= 0))


if __name__ == "__main__":
    told = Queue()
    condition, ready = Condition(), Event()
    process = Process(target=wait_for_it, args=(condition, ready, told))
    process.start()
    time.sleep(0.05)
    with condition:
        ready.set()
        condition.notify_all()
    print(told.get())
    process.join()

    event = Event()
    print(event.is_set(), event.wait(0.01))
    process = Process(target=wait_event, args=(event, told))
    process.start()
    print(told.get())
    event.set()
    print(told.get(), event.is_set())
    process.join()
    event.clear()
    print(event.is_set())

    barrier = Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    workers = [Process(target=meet, args=(barrier, told, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    rows = [told.get() for _ in range(6)]
    for worker in workers:
        worker.join()
    print([row for row in rows if row[0] == "arrived"], [row[0] for row in rows[-3:]])
    with Condition() as held:
        pass
    try:
        Condition().notify()
    except AssertionError as error:
        print(error)
