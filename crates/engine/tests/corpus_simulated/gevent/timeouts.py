import gevent
from gevent import Timeout


def wait():
    gevent.sleep(2)


try:
    with Timeout(0.05):
        wait()
except Timeout as t:
    print("timeout", t, t.seconds)

t = Timeout(0.05)
t.start()
try:
    wait()
except Timeout as caught:
    print(caught is t)
finally:
    t.close()

with Timeout(0.05, False):
    wait()
    print("not reached")
print("silent")


class TooLong(Exception):
    pass


try:
    with Timeout(0.05, TooLong):
        wait()
except TooLong as error:
    print("TooLong", error.args)
try:
    with Timeout(0.05, TooLong("really")):
        wait()
except TooLong as error:
    print("TooLong", error.args)
print(gevent.with_timeout(0.05, wait, timeout_value="late"))
print(gevent.with_timeout(0.5, lambda: "early", timeout_value="late"))
try:
    gevent.with_timeout(0.05, wait)
except Timeout as error:
    print(error)
print(isinstance(Timeout(1), Exception), isinstance(Timeout(1), BaseException))
print(str(Timeout(1)), str(Timeout(2)), str(Timeout()), str(Timeout(3, "why")), str(Timeout(1, False)))
g = gevent.spawn(wait)
try:
    g.get(timeout=0.05)
except Timeout as error:
    print("get", error)
try:
    g.get(block=False)
except Timeout as error:
    print("no block", repr(str(error)))
print(g.join(timeout=0.05), g.ready())
outer = Timeout.start_new(0.05)
try:
    try:
        with Timeout(0.2) as inner:
            wait()
    except Timeout as t:
        print("inner" if t is inner else "outer" if t is outer else "?")
finally:
    outer.cancel()
timer = Timeout.start_new(None)
print(timer.pending, timer.seconds)
timer = Timeout(0.05)
print(timer.pending)
timer.start()
print(timer.pending)
try:
    timer.start()
except AssertionError as error:
    print(str(error).split(" at ")[0], str(error)[-50:])
timer.cancel()
print(timer.pending)
gevent.sleep(0.1)
print(Timeout(1) < 2, Timeout(1) < Timeout(0.5))
