d = {"a": 1, "b": 2}
print(d["a"], d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("c"), d.pop("zz", None), d.items(), d.keys(), d.values(), len(d), "a" in d, 1 in d.values(), ("a", 1) in d.items(), list(d), dict(d) == d, d.copy() is d)
d.update({"b": 20, "x": 24}); d.update(y=25, z=26); d.update([("p", 1)], q=2); d.update(zip("mn", (13, 14))); print(d); print(d.popitem(), d.popitem()); del d["p"]; d["new"] = d.pop("a"); print(d, d.clear(), d)
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys(range(2), []), {}.fromkeys("x", 1), {**{"a": 1}, "b": 2, **{"a": 3}}, {"a": 1} | {"a": 2, "b": 3}, dict(a=1, **{"b": 2}), {k: v for k, v in zip("ab", (1, 2))}, {1: "int", True: "bool", 1.0: "float"})
e = {"a": 1}; e |= {"b": 2}; e |= [("c", 3)]; print(e, e == {"c": 3, "b": 2, "a": 1}, e != {}, list(e.items())[0], sorted(e, key=e.get, reverse=True), max(e, key=e.get), sum(e.values()), list(reversed(e)), list(reversed(e.values())), dict(sorted(e.items(), key=lambda kv: -kv[1])))
k = e.keys(); print(k & {"a", "z"}, k | {"q"} == {"a", "b", "c", "q"}, k - {"a"} == {"b", "c"}, k ^ {"a"} == {"b", "c"}, k == {"a", "b", "c"}, k >= {"a"}, k.isdisjoint(["z"]), "a" in k, len(k), {"a"} <= k, e.items() & {("a", 1)}, e.items() - {("a", 1)} == {("b", 2), ("c", 3)}, e.items() >= {("a", 1)}, set(k) == {*e}, k.mapping == e); e["d"] = 4; print(k, list(k)[-1])
for (key, value), number in zip(e.items(), range(2)): print(key, value, number)
for call in (lambda: {}["k"], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}.update(3), lambda: {}.update([1]), lambda: {}.update([(1, 2, 3)]), lambda: {} | 3, lambda: {} < {}, lambda: {}.get(), lambda: {}.get([]), lambda: dict(1), lambda: {}.foo, lambda: {1: 2}.keys()[0], lambda: hash({}), lambda: {}.setdefault(), lambda: {}.pop(), lambda: dict(a=1)["b"], lambda: {(1, 2): 3}[(1, 3)], lambda: {}.fromkeys(3), lambda: {} + {}, lambda: {1: 2}[1:2]):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
def grow():
    d = {1: 1}
    for key in d: d[key + 1] = 1
def shrink():
    d = {1: 1, 2: 2}
    for key in d.items(): d.pop(2, None); d.pop(1, None)
def remove():
    d = {}
    del d["missing"]
for call in (grow, shrink, remove):
    try: call()
    except Exception as error: print(type(error).__name__, error)
counts = {}
for word in "a b a c b a".split(): counts[word] = counts.get(word, 0) + 1
groups = {}
for word in ["apple", "bob", "avocado"]: groups.setdefault(word[0], []).append(word)
print(counts, groups, list(counts.items()), [*counts], {v: k for k, v in counts.items()}, dict(counts, d=9), {1: {2: {3: 4}}}[1][2][3], len({}), bool({}), str({"a": None}), {"x": 1}.__contains__("x"), {"x": 1}.__getitem__("x"))
