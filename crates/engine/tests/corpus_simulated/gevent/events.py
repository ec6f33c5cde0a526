import gevent
from gevent.event import AsyncResult, Event

event = Event()


def waiter(n):
    print("waits", n)
    event.wait()
    print("goes on", n)


def setter():
    print("sets in a moment")
    gevent.sleep(0.05)
    event.set()
    print("has set", event.is_set(), event.ready())


gevent.joinall([gevent.spawn(setter)] + [gevent.spawn(waiter, n) for n in range(3)])
print(event.wait(), event.wait(timeout=0.01))
event.clear()
print(event.wait(timeout=0.05), event.is_set())
print(str(event).split(" ")[0], str(event).split(" ", 3)[3])

result = AsyncResult()
print(result.ready(), result.successful(), result.value, result.exception, str(result))


def producer():
    gevent.sleep(0.05)
    result.set("hello")


def consumer(n):
    print(n, result.get())


gevent.joinall([gevent.spawn(producer)] + [gevent.spawn(consumer, n) for n in range(2)])
print(result.ready(), result.successful(), result.value, str(result))
print(result.get_nowait(), result.wait())
result = AsyncResult()
try:
    result.get(timeout=0.02)
except gevent.Timeout as error:
    print("timeout", error)
try:
    result.get_nowait()
except gevent.Timeout as error:
    print("not ready", repr(str(error)))
print(result.wait(timeout=0.02))
result.set_exception(ValueError("oops"))
for _ in range(2):
    try:
        result.get()
    except ValueError as error:
        print("raised", error)
print(result.wait(), result.successful(), repr(result.exception))

# A flag that is set and cleared at once still lets those go on who waited.
event = Event()
greenlets = [gevent.spawn(lambda n=n: print(n, event.wait())) for n in range(2)]
gevent.sleep(0)
event.set()
event.clear()
print("set and cleared")
done = gevent.joinall(greenlets, timeout=0.1)
print(len(done))
print([e is event for e in gevent.wait([event], timeout=0.01)])
event.set()
print([e is event for e in gevent.wait([event], timeout=0.01)])
