t = (1, "a", 2.5, None, 1)
print(t, len(t), t[0], t[-1], t[1:3], t[::-1], t.count(1), t.index("a"), t.index(1, 1), "a" in t, t + (9,), t * 2, (), (1,), tuple([1, 2]), tuple("ab"), t == (1, "a", 2.5, None, 1), (1, 2) < (1, 3), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[(1, 2)], sorted([(2, 1), (1, 2)]), max((1, 5), (2, 0)))
a, b, *c = t; (d, e), f = (1, 2), 3; print(a, b, c, d, e, f); a, b = b, a; print(a, b); x = 1, ; print(x, type(x).__name__); print(*t, sep="/"); print((1, [2]) == (1, [2]), (1, 2) != [1, 2], bool(()), bool((0,)), tuple(x for x in range(3)), min((3, 1)), sum((1, 2)), (1, 2, 3)[1:], isinstance(t, tuple), ((1, 2), (3,)))
m = (1, [2]); m[1].append(3); print(m); m2 = m; m2 += (4,); print(m, m2)
for call in (lambda: t[9], lambda: t["a"], lambda: t.index(9), lambda: t + [1], lambda: hash((1, [])), lambda: t.append(1), lambda: t.__setitem__, lambda: (1, 2) < (1, "a"), lambda: (1,) * "a", lambda: tuple(3), lambda: t.index()):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
def assign(): t[0] = 1
def delete():
    del t[0]
def few(): a, b, c = (1, 2)
def many(): a, b = (1, 2, 3)
def none(): a, b = None
def star(): a, *b, c = (1,)
def number(): a, b = 5
for call in (assign, delete, few, many, none, star, number):
    try: call()
    except Exception as error: print(type(error).__name__, error)
