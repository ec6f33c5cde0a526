d = {}
for key in ("z", 1, (2, 3), None, 2.5, True, "z", frozenset([1]), b"b"): d[key] = len(d)
print(d, list(d), len(d)); d["a"] = 0; d.pop("z"); d["z"] = "last"; print(list(d.keys())[-2:], list(d.items())[0]); d.update({"a": "moved?"}); print(list(d)[-2:])
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2}, {"a": 1, "a": 2}, {(1, 2): 3}[1, 2], {1: 1} == {1.0: True}, {"x": {"y": 1}} == {"x": {"y": 1}}, {float("inf"): 1}, {-1: "m", -2: "n"}, {2**61: 1, 2**61 - 1: 2, 0: 3}, {"": 1}, {None: None})
class Bad:
    def __hash__(self): return 1
    def __eq__(self, other): return isinstance(other, Bad)
    def __repr__(self): return "Bad"
print({Bad(): 1, Bad(): 2}, Bad() in {Bad(): 0}, len({Bad(), Bad(), 1}), {1: "one"}.get(Bad(), "not found"))
scores = {"ann": 3, "bob": 5, "cy": 1}
print(sorted(scores), sorted(scores.items()), sorted(scores, key=scores.get), max(scores, key=scores.get), min(scores.values()), sum(scores.values()), dict(sorted(scores.items(), key=lambda kv: kv[1], reverse=True)), {v: k for k, v in scores.items()}, [k for k, v in scores.items() if v > 2], list(map(str, scores)), list(zip(scores, scores.values())), " ".join(f"{k}={v}" for k, v in scores.items()), dict(filter(lambda kv: kv[1] > 1, scores.items())), {**scores, "dee": 9}, scores | {"ann": 0}, any(v > 4 for v in scores.values()), len(scores), next(iter(scores)), list(scores)[-1], *scores)
for i, (name, score) in enumerate(scores.items(), 1): print(i, name, score, end="; ")
print(); nested = {"a": {"b": [1, {"c": 2}]}}; print(nested["a"]["b"][1]["c"], nested.get("x", {}).get("y"), str(nested), {"k": [*range(3)]}, {i: {j: i * j for j in range(2)} for i in range(2)})
import copy
original = {"l": [1]}; shallow = original.copy(); deep = copy.deepcopy(original); original["l"].append(2); print(shallow, deep, dict(original) is original, original == shallow)
big = {i: str(i) for i in range(1000)}; print(len(big), big[999], 1000 in big, sum(big), list(big)[:3])
for i in range(0, 1000, 2): del big[i]
print(len(big), list(big)[:3], big.popitem(), min(big), max(big))
