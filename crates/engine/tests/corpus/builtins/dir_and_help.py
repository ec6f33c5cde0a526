class Animal:
    legs = 4
    def __init__(self): self.name = "x"
    def walk(self): pass
    _hidden = 1
def public(obj): return [n for n in dir(obj) if not n.startswith("_")]
print(public(Animal), public(Animal()), public([]), public(()), public({}), public(set()), public(""), public(b""), public(1), public(1.5), public(True), public(range(1)), public(slice(1)), public(frozenset()), public(bytearray()), public(1j), public(Exception()), public(KeyError("k")), public(OSError()), public(lambda: 0), public(None), public(object()), public({}.keys()), public(property()), public(memoryview(b"")))
import math
print("sqrt" in dir(math), "pi" in dir(math), "__name__" in dir(), sorted(dir(Animal()))[-3:], "__init__" in dir(Animal), "__dict__" in dir(Animal()), len(dir(object())) > 20, dir(type("E", (), {"a": 1})())[-1])
class Custom:
    def __dir__(self): return ["b", "a"]
print(dir(Custom()), callable(dir), hasattr([], "append"), hasattr(3, "bit_length"), hasattr("", "format"), hasattr({}, "items"))
for name in ("append", "pop", "sort"): print(name, callable(getattr([], name)), getattr(list, name).__name__, getattr([], name).__qualname__)
bound = [3, 1].sort; print(bound(), getattr("a,b", "split")(","), list(map(str.upper, ["a"])), sorted(["b", "A"], key=str.casefold), list(map([1, 2].__contains__, [1, 5])), (5).__add__(6), "x".__mul__(3), [1].__len__(), {"a": 1}.__contains__("a"), (1, 2).__getitem__(0), int.__name__, str.join("-", "abc"), dict.fromkeys("a").get("a", 3), list.__len__([1]), object.__str__(5), int.__repr__(5), float.__repr__(1.0), str.__eq__("a", "a"), int.__lt__(1, 2), list.__iter__([1]).__next__(), "abc".__iter__().__next__())
