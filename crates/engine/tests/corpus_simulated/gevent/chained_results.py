import gevent
from gevent.event import AsyncResult, Event

a, b = AsyncResult(), AsyncResult()


def first():
    a.set(1)
    print("b is", b.get())


def second():
    value = a.get()
    gevent.sleep(0.01)
    b.set(value + 1)


gevent.joinall([gevent.spawn(first), gevent.spawn(second)])
events = [Event() for _ in range(3)]


def relay(n):
    events[n].wait()
    print("relay", n)
    if n + 1 < len(events):
        events[n + 1].set()


greenlets = [gevent.spawn(relay, n) for n in reversed(range(3))]
gevent.sleep(0)
events[0].set()
gevent.joinall(greenlets)
ready = gevent.wait(events, count=2)
print(len(ready))
results = [AsyncResult() for _ in range(3)]
for n, r in enumerate(results):
    gevent.spawn_later(0.03 - n * 0.01, r.set, n)
print([r.value for r in gevent.iwait(results)])
print([r.get() for r in results])


class Service:
    def __init__(self):
        self.ready = Event()
        self.state = "new"

    def start(self):
        gevent.sleep(0.02)
        self.state = "up"
        self.ready.set()


service = Service()
gevent.spawn(service.start)
print(service.state, service.ready.wait(timeout=0.005), service.ready.wait(), service.state)
