import gevent
from gevent import GreenletExit


def forever(name):
    try:
        while True:
            gevent.sleep(0.05)
    except GreenletExit:
        print(name, "is killed")
        raise
    finally:
        print(name, "cleans up")


gs = [gevent.spawn(forever, n) for n in "abc"]
gevent.sleep(0.12)
gs[0].kill()
print(gs[0].dead, repr(gs[0].value), gs[0].exception)
gevent.killall(gs)
print([g.dead for g in gs])
late = gevent.spawn(forever, "never")
late.kill()
print(late.dead, repr(late.value))
g = gevent.spawn(forever, "later")
gevent.sleep(0)
gevent.kill(g)
print("still", g.dead)
gevent.sleep(0)
print("now", g.dead)


def stubborn():
    try:
        gevent.sleep(10)
    except GreenletExit:
        print("no")
        gevent.sleep(0.05)
        return "own way"


g = gevent.spawn(stubborn)
gevent.sleep(0)
g.kill(block=False)
print(g.dead)
g.join()
print(g.value)
g = gevent.spawn(stubborn)
gevent.sleep(0)
gevent.killall([g], timeout=1)
print(g.value)
g.kill()
raw = gevent.spawn_raw(forever, "raw")
gevent.sleep(0)
gevent.kill(raw)
gevent.sleep(0)
print(raw.dead)
