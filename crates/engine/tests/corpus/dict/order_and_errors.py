d = {}
for key in ("z", "a", "m"):
    d[key] = len(d)
d["z"] = 9
del d["a"]
d["a"] = 1
print(d, list(reversed(d)))
for action in (
    lambda: d["missing"],
    lambda: {}.pop("x"),
    lambda: {}.popitem(),
    lambda: {[1]: 2},
    lambda: {{}: 1},
    lambda: d.__getitem__(5),
):
    try:
        action()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
try:
    for key in d:
        d[key + "!"] = 1
except RuntimeError as error:
    print(error)
print(sorted(d.items(), key=lambda item: item[1])[0], {**d, "z": 0}["z"])
print({"a": 1}.keys() & {"a": 2, "b": 3}.keys(), {"a", "b"} == {"a": 1, "b": 2}.keys())
