# Rule 44: getters and putters are served in the order in which they came.
import gevent
from gevent.queue import Queue

q = Queue(2)


def producer(name):
    for i in range(3):
        q.put((name, i))
        print("put", name, i)


def consumer(name):
    for i in range(3):
        print("got", name, q.get())


gevent.joinall([gevent.spawn(producer, "p1"), gevent.spawn(producer, "p2"), gevent.spawn(consumer, "c1"), gevent.spawn(consumer, "c2")])
print("---")
q = Queue()
greenlets = [gevent.spawn(consumer, n) for n in "xyz"]
gevent.sleep(0)
for i in range(9):
    q.put(i)
gevent.joinall(greenlets)
