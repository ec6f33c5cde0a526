t = (1, "a", 2.5)
print(t, t[0], t[-1], len(t), t + (4,), t * 2, (), (1,), tuple("ab"))
print(t.index("a"), t.count(1), 1 in t, (1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1, 2))
a, b, c = t
print(c, b, a, hash((1, 2)) == hash((1, 2)), {(1, 2): "key"}[1, 2])
try:
    t[0] = 5
except TypeError as error:
    print(error)
for name, (x, y) in [("p", (1, 2)), ("q", (3, 4))]:
    print(name, x + y)
