import gevent
from gevent.lock import BoundedSemaphore, DummySemaphore, RLock, Semaphore

sem = Semaphore(2)


def worker(n):
    with sem:
        print("in", n, sem.counter)
        gevent.sleep(0.05)
        print("out", n)


gevent.joinall([gevent.spawn(worker, n) for n in range(5)])
print(sem.counter, sem.locked(), sem.acquire(), sem.acquire(blocking=False), sem.acquire(blocking=False), sem.locked())
print(sem.acquire(timeout=0.02))
sem.release()
print(sem.counter, sem.wait())
bounded = BoundedSemaphore(1)
bounded.acquire()
bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)
try:
    Semaphore(-1)
except ValueError as error:
    print(error)
lock = RLock()


def reenter(n):
    with lock:
        with lock:
            print("twice", n)
            gevent.sleep(0.01)


gevent.joinall([gevent.spawn(reenter, n) for n in range(2)])
try:
    lock.release()
except RuntimeError as error:
    print(str(error)[:30])
print(lock.acquire(), lock.acquire(), lock.locked())
print(gevent.spawn(lambda: lock.acquire(blocking=False)).get())
lock.release()
lock.release()
print(DummySemaphore().acquire(), DummySemaphore())
order = []
sem = Semaphore(0)


def take(n):
    sem.acquire()
    order.append(n)


greenlets = [gevent.spawn(take, n) for n in range(4)]
gevent.sleep(0)
for _ in range(4):
    sem.release()
gevent.joinall(greenlets)
print(order)
