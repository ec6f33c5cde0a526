import time

import gevent
from gevent import Timeout

ticks = []


def heartbeat():
    while True:
        ticks.append(round(time.time() - start, 1))
        gevent.sleep(0.1)


start = time.time()
g = gevent.spawn(heartbeat)
gevent.sleep(0.35)
g.kill()
print(ticks, g.dead)

attempts = 0


def flaky():
    global attempts
    attempts += 1
    gevent.sleep(0.05 if attempts < 3 else 0.001)
    return "after %d" % attempts


def retry():
    for _ in range(5):
        try:
            with Timeout(0.02):
                return flaky()
        except Timeout:
            print("too slow")


print(gevent.spawn(retry).get())
timer = gevent.get_hub().loop.timer(0.02, 0.02)
fired = []
timer.start(lambda: fired.append(len(fired)))
gevent.sleep(0.11)
timer.stop()
gevent.sleep(0.05)
print(len(fired) in (4, 5), timer.active)
