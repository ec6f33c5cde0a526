a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union(b, [9]), a.intersection([1, 5]), a.difference([1]), a.symmetric_difference([1, 7]), a <= {1, 2, 3, 4}, a < a, a >= {1}, a > {1}, a == {3, 2, 1}, a != b, a.issubset([1, 2, 3]), a.issuperset((1,)), a.isdisjoint([9]), 2 in a, 9 not in a, len(a), bool(set()), set() == frozenset(), {1} == frozenset({1}))
a.add(4); a.add(4); a.discard(99); a.remove(1); print(a, a.copy() is a, a.pop() in {2, 3, 4}); a.update([10], (11,)); a |= {12}; a &= {10, 11, 12, 3}; a -= {12}; a ^= {3, 20}; print(sorted(a)); a.intersection_update([10, 20]); a.difference_update([10]); a.symmetric_difference_update({20, 21}); print(a, a.clear(), a)
f = frozenset([1, 2]); print(f, f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset([1, 2])], f.union([5]), f - {1}, f & {1}, f <= {1, 2, 3}, frozenset() or "empty", f.copy() is f, {f, f}, set(f), set("hello") == set("ohell"), {*"ab"} == {"a", "b"}, {x % 3 for x in range(10)}, set(range(5)), set({"k": 1}), {1, 1.0, True}, set([(1, 2), (1, 2)]))
print(set(x for x in range(3)), {1, 2}.union({3}, {4}, range(5, 7)), set().union(*[[1], [2]]), {1, 2, 3}.intersection({2, 3}, {3}), sorted({"b", "a"}), max({1, 5}), sum({1, 2}), list({3}), {1: 1}.keys() | {2}, len({None, False, 0, ""}), {(), frozenset()} == {frozenset(), ()})
for call in (lambda: {1}.remove(9), lambda: set().pop(), lambda: {[]}, lambda: {1}.add([]), lambda: {1} | [1], lambda: {1} & 3, lambda: {1} < [1], lambda: hash({1}), lambda: set(3), lambda: {1}.update(3), lambda: {1}.union(3), lambda: frozenset([1]).add(2), lambda: {1} + {2}, lambda: {1}.add(), lambda: {1}.issubset(3), lambda: {1}.remove("key"), lambda: set(1, 2), lambda: {1}.discard([])):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
def grow():
    s = {1, 2}
    for item in s: s.add(item + 10)
try: grow()
except RuntimeError as error: print(error)
class Key:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return f"Key({self.n})"
print({Key(1), Key(1), Key(2)}, Key(1) in {Key(1)}, {Key(1)} & {Key(1)}, {Key(1)} | {Key(2)}, {Key(1): "a"}[Key(1)], len({Key(n % 3) for n in range(9)}))
