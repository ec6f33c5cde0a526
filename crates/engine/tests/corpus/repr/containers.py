print([], [1], [1, "a", None], (), (1,), (1, 2), {}, {"a": 1, 2: [3]}, set(), {1}, frozenset(), frozenset({2}), [[]], ((),), {(): {}}, [(1,), {"k": {3}}], {"a": {"b": {"c": []}}})
a = [1]; a.append(a); print(a, repr(a), str(a)); d = {"k": 1}; d["self"] = d; print(d); t = ([],); t[0].append(t); print(t); m = [d]; d["m"] = m; print(m)
print({}.keys(), {"a": 1}.keys(), {"a": 1}.values(), {"a": [2]}.items(), range(3), range(1, 5), range(0, 10, 2), slice(1), slice(1, 2), slice(None, None, -1), dict(a=1).items(), [range(2)], {"r": range(1)})
print([1.0, 2.5, 1e100, -0.0, float("inf"), float("nan"), 1j], ["it's", "q\"", "\n"], [b"x", bytearray(b"y")], [None, True, ..., NotImplemented], [int, str, type, type(None), list], (ValueError("x"), KeyError("k"), Exception()), [2**100, -2**70])
class A: pass
class B:
    def __repr__(self): return "B!"
class C:
    def __str__(self): return "C-str"
import re
def clean(text): return re.sub(r"0x[0-9a-f]+", "0x..", text)
print(clean(repr([A(), B(), C()])), clean(str(C())), clean(repr(C())), [B(), (B(),), {B: B()}.__len__()], {"b": B()}, clean(str(A())), A, B, [A], clean(str([A])))
nested = []
for i in range(60): nested = [nested]
print(nested, len(repr(nested)))
deep = current = []
for i in range(100000): current.append([]); current = current[0]
try: repr(deep)
except RecursionError as error: print("RecursionError", str(error)[:32])
