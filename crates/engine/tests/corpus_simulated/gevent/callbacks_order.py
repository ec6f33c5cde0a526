# Rule 44: callbacks of the loop run in the order in which they were asked for; sleep(0) is at the back.
import gevent

loop = gevent.get_hub().loop
log = []
loop.run_callback(log.append, "first")
g = gevent.spawn(log.append, "greenlet")
loop.run_callback(log.append, "second")
timer = loop.timer(0.01)
timer.start(log.append, "timer")
gevent.sleep(0)
print(log)
gevent.sleep(0.03)
print(log)
cb = loop.run_callback(log.append, "cancelled")
print(cb.pending, bool(cb))
cb.stop()
print(cb.pending, bool(cb))
gevent.sleep(0)
print(log)
log.clear()


def steps(name, count):
    for n in range(count):
        log.append(name + str(n))
        gevent.sleep(0)


a = gevent.spawn(steps, "a", 3)
b = gevent.spawn(steps, "b", 3)
gevent.sleep(0)
c = gevent.spawn(steps, "c", 2)
gevent.joinall([a, b, c])
print(log)
log.clear()
for n, delay in enumerate((0.05, 0.02, 0.05, 0.02)):
    gevent.spawn_later(delay, log.append, n)
gevent.sleep(0.1)
print(log)
log.clear()
gevent.spawn(gevent.idle).join()
raw = gevent.spawn_raw(log.append, "raw")
gevent.sleep(0)
print(log, raw.dead)


def in_hub():
    try:
        gevent.sleep(0.01)
    except BaseException as error:
        print(type(error).__name__, error)


loop.run_callback(in_hub)
gevent.sleep(0.01)
