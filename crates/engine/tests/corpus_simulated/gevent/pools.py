import time

import gevent
from gevent.pool import Group, Pool


def square(n):
    gevent.sleep(0.05 * (3 - n % 3))
    return n * n


pool = Pool(2)
start = time.time()
print(pool.map(square, range(4)), round(time.time() - start, 1))
print(list(pool.imap(square, range(4))))
print(list(pool.imap_unordered(square, range(3))))
print(list(pool.imap(lambda a, b: a + b, [1, 2, 3], [10, 20, 30])))
print(pool.apply(square, (5,)), pool.apply_async(square, (6,)).get())
print(pool.map_async(square, [1, 2]).get())
pool.apply_async(square, (7,), callback=lambda value: print("callback", value)).get()
gevent.sleep(0)
print(pool.free_count(), pool.full(), len(pool), pool.size)
a = pool.spawn(square, 0)
b = pool.spawn(square, 1)
print(pool.free_count(), pool.full(), len(pool), a in pool)
start = time.time()
c = pool.spawn(square, 2)
print("room after", round(time.time() - start, 1))
print(pool.join(), pool.free_count())
print([g.value for g in (a, b, c)])
pool = Pool(3)
for n in range(5):
    pool.spawn(square, n)
pool.kill()
print(len(pool))
try:
    Pool(-1)
except ValueError as error:
    print(error)
group = Group()
g1 = gevent.spawn(square, 1)
group.add(g1)
g2 = group.spawn(square, 2)
print(len(group), g1 in group, sorted(map(bool, group)))
group.join()
print(len(group), g1.value, g2.value)
print(group.map(square, [1, 2, 3]))
for value in group.imap_unordered(square, [1, 2, 3]):
    print("unordered", value)
for value in group.imap(square, [1, 2, 3]):
    print("ordered", value)


def bad(n):
    if n == 2:
        raise ValueError(n)
    return n


import sys, io
sys.stderr = io.StringIO()
try:
    Pool(2).map(bad, range(4))
except ValueError as error:
    print("map raised", error)
seen = []
try:
    for x in Pool(2).imap(bad, range(4)):
        seen.append(x)
except ValueError as error:
    print("imap raised", error, seen)
pool = Pool(1)
try:
    pool.add(gevent.Greenlet(square, 1))
    pool.add(gevent.Greenlet(square, 1), blocking=False)
except BaseException as error:
    print(type(error).__name__, type(error).__mro__[1].__name__)
print(pool.join(timeout=0.05))
group = Group()
for n in range(3):
    group.spawn(square, n)
group.kill(block=True)
print(len(group), list(group))
