from collections import namedtuple
Point = namedtuple("Point", "x y"); p = Point(1, y=2); x, y = p
print(p, p.x, p[1], x + y, p._replace(x=9), p._asdict(), Point._fields, p == (1, 2), Point(*[3, 4]), Point._make("ab"), sorted([Point(2, 1), Point(1, 5)]), {p: "k"}[(1, 2)], len(p), list(p), p + (3,), isinstance(p, tuple), "%d,%d" % p, "{0.x} {1}".format(p, *p), f"{p.x:>3}", max(p), sum(p))
a, (b, [c, *d]), *e = 1, (2, [3, 4, 5]), 6, 7; print(a, b, c, d, e); a, b = b, a; [a, b] = (b, a); print(a, b)
for i, (k, v) in enumerate({"q": 1, "r": 2}.items()): print(i, k, v, end=" ")
for first, *rest in [(1, 2, 3), "ab", [9]]: print(first, rest, end=" ")
def pair(): return 1, "two"
n, s = pair(); t = pair(); print(n, s, t, type(t).__name__, *pair(), (lambda *a: a)(*t, 3), dict([("a", 1), ("b", 2)]), list(zip(*[(1, "a"), (2, "b")])), [x for x, _ in [(1, 2), (3, 4)]], (1,) + (2,), (0,) * 3, () == tuple(), (1, 2) in [(1, 2)], tuple(sorted((3, 1, 2))), (1, 2, 3)[::-1], (1, (2, (3,)))[1][1][0], hash((1, 2)) == hash((1, 2)), (1, 2) < (1, 2, 0), any((0, "")), (None,), ((),), tuple("abc".split("b")))
defaults = namedtuple("D", ["a", "b"], defaults=[5]); print(defaults(1), defaults._field_defaults, defaults(a=2, b=3))
for call in (lambda: Point(1), lambda: p.z, lambda: Point(1, 2, 3), lambda: p._replace(q=1), lambda: setattr(p, "x", 5)):
    try: print(call())
    except (TypeError, AttributeError, ValueError) as error: print(type(error).__name__, error)
