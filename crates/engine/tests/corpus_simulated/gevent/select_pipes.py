import os
import time

import gevent
import gevent.os
from gevent import select

start = time.time()


def tic():
    return "at %1.1f" % (time.time() - start)


def waits(name):
    print("waits", name, tic())
    print(name, select.select([], [], [], 0.2), tic())


def other():
    for _ in range(2):
        gevent.sleep(0.05)
        print("meanwhile")


gevent.joinall([gevent.spawn(waits, 1), gevent.spawn(waits, 2), gevent.spawn(other)])
r, w = os.pipe()


def reader():
    while True:
        print("ready", select.select([r], [], [], 1)[0] == [r])
        data = os.read(r, 100)
        if not data:
            break
        print("read", data)


def writer():
    for n in range(3):
        gevent.sleep(0.05)
        os.write(w, b"line %d" % n)
    os.close(w)


gevent.joinall([gevent.spawn(reader), gevent.spawn(writer)])
os.close(r)
r, w = os.pipe()
print([len(found) for found in select.select([r], [w], [], 0)], select.select([r], [], [], 0.05) == ([], [], []))
gevent.os.make_nonblocking(r)
gevent.os.make_nonblocking(w)
g = gevent.spawn(gevent.os.nb_read, r, 10)
gevent.spawn_later(0.05, gevent.os.nb_write, w, b"abc")
print(g.get())
