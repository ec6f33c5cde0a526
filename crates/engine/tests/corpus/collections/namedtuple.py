from collections import *
P = namedtuple('Point', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._make([3, 4]), p == (1, 2), len(p), isinstance(p, tuple), P.__name__, P.__doc__)
x, y = p
print(x, y, hash(p) == hash((1, 2)), p + (3,), p < P(2, 0), max(P(1, 2), P(3, 0)), P.__mro__[1], p.count(1), p.index(2))
for bad in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: p._replace(q=1), lambda: P._make([1]), lambda: namedtuple('a', 'x x'), lambda: namedtuple('a', '_x'), lambda: namedtuple('class', 'x'), lambda: setattr(p, 'x', 5), lambda: p.nope):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
