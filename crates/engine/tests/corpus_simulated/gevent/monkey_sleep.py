# A3.8: patched, three sleeps take as long as one; without, three times as long.
import time

import gevent
from gevent import monkey


def io(n):
    time.sleep(0.1)
    print("io", n)


start = time.time()
gevent.joinall([gevent.spawn(io, n) for n in range(3)])
print("plain", round(time.time() - start, 1))
print(monkey.is_module_patched("time"), monkey.is_object_patched("time", "sleep"))
monkey.patch_time()
start = time.time()
gevent.joinall([gevent.spawn(io, n) for n in range(3)])
print("patched", round(time.time() - start, 1))
print(monkey.is_module_patched("time"), monkey.is_object_patched("time", "sleep"), monkey.is_module_patched("queue"))
print(time.sleep is gevent.sleep, monkey.get_original("time", "sleep") is time.sleep)
