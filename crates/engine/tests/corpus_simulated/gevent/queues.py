import gevent
from gevent.queue import Channel, Empty, Full, JoinableQueue, LifoQueue, PriorityQueue, Queue, SimpleQueue

tasks = Queue(maxsize=3)


def worker(name):
    try:
        while True:
            task = tasks.get(timeout=0.1)
            print("worker", name, "got task", task)
            gevent.sleep(0)
    except Empty:
        print("quitting", name)


def boss():
    for i in range(1, 10):
        tasks.put(i)
    print("assigned 1")
    for i in range(10, 20):
        tasks.put(i)
    print("assigned 2")


gevent.joinall([gevent.spawn(boss)] + [gevent.spawn(worker, n) for n in ("steve", "john", "bob")])

q = Queue()
print(q.empty(), q.full(), q.qsize(), len(q), bool(q), repr(str(q)))
q.put(1)
q.put_nowait(2)
print(q.peek(), q.get(), q.get_nowait(), str(q))
for f in (q.get_nowait, lambda: q.get(block=False), lambda: q.get(timeout=0.02), q.peek_nowait):
    try:
        f()
    except Empty as error:
        print("Empty", repr(error))
q = Queue(1)
q.put("x")
print(q.full(), str(q))
for f in (lambda: q.put_nowait(1), lambda: q.put(1, timeout=0.02)):
    try:
        f()
    except Full as error:
        print("Full", repr(error))
try:
    q.put(1, timeout=-1)
except BaseException as error:
    print(type(error).__name__, error)
p = PriorityQueue()
for n in (3, 1, 2):
    p.put((n, "item"))
print([p.get() for _ in range(3)])
l = LifoQueue()
for n in (3, 1, 2):
    l.put(n)
print([l.get() for _ in range(3)])
s = SimpleQueue(items=[1, 2])
print(s.get(), s.qsize(), hasattr(s, "join"))
q = Queue(items=[1, 2, StopIteration])
print(list(q))


# A channel hands over from greenlet to greenlet.
channel = Channel()


def sender():
    for n in range(3):
        print("sends", n)
        channel.put(n)


def receiver():
    for _ in range(3):
        print("received", channel.get())


gevent.joinall([gevent.spawn(sender), gevent.spawn(receiver)])
j = JoinableQueue()


def joined():
    while True:
        item = j.get()
        gevent.sleep(0.01)
        print("did", item)
        j.task_done()


gevent.spawn(joined)
for n in range(3):
    j.put(n)
j.join()
print("all done", j.unfinished_tasks)
try:
    j.task_done()
except ValueError as error:
    print(error)
print(j.join(timeout=0.1))
