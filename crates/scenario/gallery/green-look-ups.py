# Three look-ups as green threads: side by side only if the waiting is cooperative.
PATCH = True  #@param {type:"boolean"}

from gevent import monkey

if PATCH:
    monkey.patch_all()

import time

import gevent

LOOK_UP_S = 0.5  #@param {type:"number", min:0.1, max:2, step:0.1}


def look_up(host):
    time.sleep(LOOK_UP_S)  # blocks the whole thread unless it has been patched
    return f"address of {host}"


start = time.perf_counter()
jobs = [gevent.spawn(look_up, host) for host in ("a.example", "b.example", "c.example")]
gevent.joinall(jobs, timeout=5)
for job in jobs:
    print(job.value)
took = round((time.perf_counter() - start) / LOOK_UP_S)
print(f"{took} x the time of one look-up")
