import pprint
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from types import SimpleNamespace

data = {
    "name": "a long enough name to wrap around the end of the line, surely, because it has many words in it",
    "list": list(range(40)),
    "nested": {"x": [{"id": i, "tags": ["t%d" % j for j in range(5)]} for i in range(4)], "y": (1,)},
}
pprint.pprint(data)
pprint.pprint(data, width=50, compact=True)
pprint.pprint(data, depth=2, indent=4)
pprint.pprint({"b": 1, "a": 2})
pprint.pp({"b": 1, "a": 2})
print(pprint.pformat([1, "two", (3,), {4: 5}]), pprint.pformat({}), pprint.pformat("x" * 100) == repr("x" * 100))
pprint.pprint({"s": frozenset(["abc" * 10, "bcd" * 10, "cde" * 10]), "t": tuple("word%d" % i for i in range(12))})
pprint.pprint(OrderedDict((("key%d" % i), i * 1000) for i in range(8)))
pprint.pprint(defaultdict(list, {"numbers": list(range(20)), "others": list(range(20, 40))}))
pprint.pprint(Counter({"a" * 30: 3, "b" * 30: 2, "c" * 30: 1}))
pprint.pprint(deque(["item number %d" % i for i in range(8)], maxlen=10))
pprint.pprint(SimpleNamespace(first="x" * 40, second="y" * 40))


@dataclass
class Job:
    name: str
    steps: list


pprint.pprint(Job("build", ["step %d of the build" % i for i in range(6)]))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable([1]), pprint.isreadable([object()]), pprint.saferepr({"z": 1, "a": 2}))
pprint.PrettyPrinter(indent=2, width=30).pprint({"alpha": [1, 2, 3], "beta": {"gamma": "delta" * 4}})
