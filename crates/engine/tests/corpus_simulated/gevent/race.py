# Greenlets switch only where they wait: a counter needs no lock, a sleep in between does.
import gevent
from gevent.lock import Semaphore

count = 0


def add():
    global count
    for _ in range(1000):
        count += 1


gevent.joinall([gevent.spawn(add) for _ in range(5)])
print(count)
count = 0


def add_slowly():
    global count
    value = count
    gevent.sleep(0)
    count = value + 1


gevent.joinall([gevent.spawn(add_slowly) for _ in range(5)])
print(count)
count = 0
lock = Semaphore()


def add_safely():
    with lock:
        add_slowly()


gevent.joinall([gevent.spawn(add_safely) for _ in range(5)])
print(count)
