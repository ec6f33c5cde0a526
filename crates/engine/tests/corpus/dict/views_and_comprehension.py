d = {"b": 2, "a": 1}
keys = d.keys()
d["c"] = 3
print(list(keys), len(keys), "c" in keys, 3 in d.values(), ("a", 1) in d.items())
print({v: k for k, v in d.items()}, {k: v for k, v in d.items() if v > 1})
print(sorted(d), max(d, key=d.get), min(d.values()), sum(d.values()))
nested = {}
for word in ["apple", "avocado", "bean", "apple"]:
    nested.setdefault(word[0], {}).setdefault(word, 0)
    nested[word[0]][word] += 1
print(nested)
print(dict(a=1, **{"b": 2}), dict({"x": 1}, y=2), {**{}, "k": None})
print(list(zip(d, d.values())), list(enumerate(d)), [*d], *d)
a, b, c = d
print(a, b, c, d == {"a": 1, "b": 2, "c": 3}, d != {})
