"""Objects that JSON does not know: default=, an encoder of one's own, circles."""
import json
import time


class Job:
    def __init__(self, name, parts=()):
        self.name = name
        self.parts = list(parts)


def plain(obj):
    time.sleep(0.01)
    if isinstance(obj, Job):
        return {"job": obj.name, "parts": obj.parts}
    if isinstance(obj, set):
        return sorted(obj)
    raise TypeError(f"no idea of {type(obj).__name__}")


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Job):
            return vars(o)
        return super().default(o)


tree = Job("root", [Job("left", [1, 2]), Job("right", [{3, 1, 2}])])
print(json.dumps(tree, default=plain))
print(json.dumps({"tree": tree}, default=plain, indent=1))
print(json.dumps([Job("a"), Job("b", [Job("c")])], cls=Encoder))
print(Encoder(sort_keys=True, indent=2).encode({"z": Job("x"), "a": 1}))
print(json.dumps({"when": range(3)}, default=str))
for bad, options in (({1, 2}, {}), (object, {"cls": Encoder}), ([Job], {"default": plain})):
    try:
        json.dumps(bad, **options)
    except TypeError as error:
        print(error)
circle = {"name": "circle"}
circle["self"] = [circle]
for bad, options in ((circle, {}), (circle, {"indent": 1}), (tree, {"default": lambda o: o})):
    try:
        json.dumps(bad, **options)
    except ValueError as error:
        print(error)
for options in ({}, {"indent": 1}):
    try:
        json.dumps([float("inf")], allow_nan=False, **options)
    except ValueError as error:
        print(error)
