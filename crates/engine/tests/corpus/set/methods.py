s = {3, 1, 2, 3}
print(len(s), 2 in s, sorted(s), s == {1, 2, 3})
s.add(4)
s.discard(9)
s.discard(1)
s.update([5, 6], (7,))
print(sorted(s))
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= {1, 2, 3, 4}, a < a, a.isdisjoint({9}))
print(sorted(a.union(b, [10])), sorted(a.intersection(b)), sorted(a.difference([1])), a.issubset(a))
print(set(), frozenset([1]), {1}, len({1, 1.0, True}), set("aab") == {"a", "b"})
try:
    s.remove(99)
except KeyError as error:
    print(repr(error))
try:
    {[]}
except TypeError as error:
    print(error)
print({frozenset({1, 2}): "ok"}[frozenset({2, 1})], sorted({x % 3 for x in range(9)}))
s &= {2, 4}
s |= {8}
print(sorted(s))
