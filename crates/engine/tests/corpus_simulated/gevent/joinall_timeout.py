import gevent


def work(n):
    gevent.sleep(n / 10)
    return n


jobs = [gevent.spawn(work, n) for n in range(1, 5)]
done = gevent.joinall(jobs, timeout=0.25)
print(len(done), [j.value for j in done])
print([j.ready() for j in jobs])
print([j.value for j in gevent.joinall(jobs, count=1)])
gevent.joinall(jobs)
print([j.value for j in jobs])


def bad():
    raise ValueError("bad")


import sys, io
sys.stderr = io.StringIO()
jobs = [gevent.spawn(work, 1), gevent.spawn(bad)]
try:
    gevent.joinall(jobs, raise_error=True)
except ValueError as error:
    print("raised", error)
print([type(j.exception).__name__ for j in jobs])
gevent.joinall(jobs)
print([type(j.exception).__name__ for j in jobs])
print([g.value for g in gevent.iwait([gevent.spawn(work, n) for n in (2, 1)])])
with gevent.iwait([gevent.spawn(work, n) for n in (2, 1)]) as it:
    for g in it:
        print("first", g.value)
        break
