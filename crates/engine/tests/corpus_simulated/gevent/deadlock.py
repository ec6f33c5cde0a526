# Two locks in opposite order: nothing can go on, which is told.
import gevent
from gevent.lock import Semaphore

a, b = Semaphore(), Semaphore()


def one():
    with a:
        gevent.sleep(0.01)
        with b:
            print("never")


def two():
    with b:
        gevent.sleep(0.01)
        with a:
            print("never")


greenlets = [gevent.spawn(one), gevent.spawn(two)]
try:
    gevent.joinall(greenlets)
except gevent.exceptions.LoopExit as error:
    print("LoopExit:", error.args[0])
print([g.ready() for g in greenlets], a.counter, b.counter)
print(len(gevent.joinall(greenlets, timeout=0.05)))
gevent.killall(greenlets)
print([g.ready() for g in greenlets], a.counter, b.counter)
