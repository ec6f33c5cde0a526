import time

import gevent
from gevent import Timeout
from gevent.timeout import Timeout as Same

print(Same is Timeout, issubclass(Timeout, Exception), Timeout.__mro__[1].__name__)


class Custom(Timeout):
    def __str__(self):
        return "custom after %s" % self.seconds


try:
    with Custom(0.02):
        gevent.sleep(1)
except Custom as error:
    print(error)
start = time.time()
try:
    with Timeout(0.05) as outer:
        with Timeout(0.5):
            try:
                gevent.sleep(1)
            finally:
                print("cleans up")
except Timeout as error:
    print(error is outer, round(time.time() - start, 1))
done = []


def busy():
    # A timeout only arrives where the greenlet waits.
    end = time.time() + 0.05
    while time.time() < end:
        pass
    done.append("loop over")
    gevent.sleep(0)
    gevent.sleep(0.1)
    done.append("never")


try:
    with Timeout(0.01):
        busy()
except Timeout:
    print(done)


def worker():
    with Timeout(0.02, False):
        gevent.sleep(1)
        return "slept"
    return "gave up"


print([g.value for g in gevent.joinall([gevent.spawn(worker) for _ in range(2)])])
try:
    with Timeout(0.02, RuntimeError("own")):
        gevent.spawn(gevent.sleep, 1).join()
except RuntimeError as error:
    print(error)
t = Timeout(None)
with t:
    gevent.sleep(0.01)
print(t.pending, t.seconds)
with Timeout.start_new(0.05) as t:
    print(t.pending)
print(t.pending)
t = Timeout.start_new(Timeout(0.05))
print(t.pending)
t.cancel()
