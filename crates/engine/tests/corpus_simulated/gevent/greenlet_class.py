import re

import gevent
from gevent import Greenlet


class Mine(Greenlet):
    def __init__(self, message, n):
        Greenlet.__init__(self)
        self.message = message
        self.n = n

    def _run(self):
        print(self.message)
        gevent.sleep(self.n)
        return "done " + self.message


def hide(text):
    return re.sub("0x[0-9a-f]+", "0x", text)


g = Mine("hi", 0.05)
print(g.dead, bool(g), g.ready(), g.started, g.value)
print(hide(repr(g)))
g.start()
print(bool(g), g.started)
g.join()
print(g.value, g.dead, g.ready(), hide(repr(g)))


def foo(a, b=2):
    return a + b


g = Greenlet(foo, 1, b=5)
print(hide(repr(g)))
g.start()
print(g.get())
g = Greenlet.spawn(foo, 1)
print(g.get(), g.get())
g = gevent.spawn_later(0.05, foo, 3)
print(hide(str(g)), bool(g))
print(g.get())
g = Greenlet(foo, 4)
g.start_later(0.05)
g.join()
print(g.value)
try:
    Greenlet(3)
except TypeError as error:
    print(error)
try:
    gevent.spawn()
    print("a greenlet of nothing")
except TypeError as error:
    print(repr(error))
g = gevent.spawn(foo, "x" * 60, b="y")
print(hide(repr(g)))
g.join()
print(g.value)
g.name = "me"
print(hide(repr(g)), g.name)
print(isinstance(g.minimal_ident, int))
print(type(gevent.getcurrent()).__name__, type(g))
print(Greenlet.__mro__[1].__name__, Greenlet.__name__)
with gevent.spawn(foo, 1) as g:
    print("inside")
print(g.value)
