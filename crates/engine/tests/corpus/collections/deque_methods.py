from collections import *
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], list(d), bool(d), bool(deque()))
print(d.pop(), d.popleft(), d)
d.rotate(1)
print(d)
d.rotate(-1)
print(d)
d.extend('ab')
d.extendleft('xy')
print(d)
m = deque(maxlen=3)
[m.append(i) for i in range(5)]
print(m, m.maxlen, d.maxlen)
m.appendleft(9)
print(m)
print(deque(range(10), 3), deque('abc', maxlen=2))
d.remove('a')
print(d.index(2), d.count(2), 3 in d, 'zz' in d)
d.reverse()
print(d)
d.insert(1, 'I')
print(d)
del d[0]
d[0] = 'S'
print(d)
print(deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), deque([1]) + deque([2]), deque([1, 2]) * 2, d.copy() == d, [x for x in reversed(deque([1, 2, 3]))])
for bad in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque([1]).index(9), lambda: deque(maxlen=-1), lambda: deque([1])['a'], lambda: deque(5), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque([1, 2])[0:1], lambda: deque([1]) + [2]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
