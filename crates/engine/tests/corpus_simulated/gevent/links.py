import gevent
import sys, io
sys.stderr = io.StringIO()


def ok(n):
    gevent.sleep(0.01 * n)
    return n


def bad():
    raise RuntimeError("bad")


def told(g):
    print("told", g.value, g.successful(), repr(g.exception))


def only_value(g):
    print("value", g.value)


def only_exception(g):
    print("exception", repr(g.exception))


a, b = gevent.spawn(ok, 2), gevent.spawn(bad)
for g in (a, b):
    g.link(told)
    g.link_value(only_value)
    g.link_exception(only_exception)
    g.rawlink(lambda g: print("raw", g.value))
gevent.joinall([a, b])
print("joined")
gevent.sleep(0)
a.link(told)
gevent.sleep(0)
c = gevent.spawn(ok, 1)
c.link(told)
c.unlink(told)
c.rawlink(told)
c.unlink(told)
c.join()
gevent.sleep(0.01)
from gevent.event import AsyncResult
r = AsyncResult()
gevent.spawn(ok, 3).link(r)
print(r.get())
r = AsyncResult()
gevent.spawn(bad).link(r)
try:
    r.get()
except RuntimeError as error:
    print("from link", error)
