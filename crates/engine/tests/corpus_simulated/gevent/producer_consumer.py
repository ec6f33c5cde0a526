import gevent
from gevent.event import Event
from gevent.queue import Empty, JoinableQueue, Queue

q = JoinableQueue()
stop = Event()


def producer(name, items):
    for item in items:
        print(name, "puts", item)
        q.put(item)
        gevent.sleep(0.01)


def consumer(name):
    while not stop.is_set():
        try:
            item = q.get(timeout=0.05)
        except Empty:
            continue
        try:
            print(name, "handles", item)
            gevent.sleep(0.03)
        finally:
            q.task_done()
    return name


consumers = [gevent.spawn(consumer, "consumer-%d" % n) for n in range(2)]
producers = [gevent.spawn(producer, "producer-%d" % n, range(n * 10, n * 10 + 3)) for n in range(2)]
gevent.joinall(producers)
print("produced")
q.join()
stop.set()
print(sorted(g.value for g in gevent.joinall(consumers)))

results = Queue()


def stage(source, sink, function):
    for item in source:
        sink.put(function(item))
    sink.put(StopIteration)


first, second = Queue(), Queue()
gevent.spawn(stage, first, second, lambda x: x + 1)
gevent.spawn(stage, second, results, lambda x: x * 2)
for n in range(4):
    first.put(n)
first.put(StopIteration)
print(list(results))
