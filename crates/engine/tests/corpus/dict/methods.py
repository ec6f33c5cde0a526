d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, 1 in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d.setdefault("b", 9), d.setdefault("e", 5), d)
d.update({"b": 20}, f=6)
print(d, d.popitem(), d)
del d["b"]
print(d, dict(x=1), dict([("k", 1)]), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0))
print(d | {"n": 1}, {"a": 1} == {"a": 1.0}, {1: "a", True: "b", 1.0: "c"})
for key, value in {"x": 1, "y": 2}.items():
    print(key, value)
e = d.copy()
e.clear()
print(d, e, bool(e))
print({"b": 1, "a": 2}, {"nested": {"k": [1, {"z": ()}]}}, d.keys(), {1: 2}.items())
