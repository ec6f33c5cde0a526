import gc
import weakref


class Node:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Node({self.value})"


cache = weakref.WeakValueDictionary()
a, b = Node(1), Node(2)
cache["a"] = a
cache["b"] = b
print(len(cache), sorted(cache), cache["a"], cache.get("z"), "a" in cache)
del a
gc.collect()
print(len(cache), "a" in cache, list(cache.items()))
try:
    cache["a"]
except KeyError as error:
    print("KeyError", error)
info = weakref.WeakKeyDictionary()
key = Node(3)
info[key] = "about 3"
info[b] = "about 2"
print(info[key], len(info), key in info, sorted(info.values()))
del key
gc.collect()
print(len(info), dict(info.items()))
group = weakref.WeakSet()
items = [Node(n) for n in range(4)]
for item in items:
    group.add(item)
print(len(group), items[0] in group, sorted(n.value for n in group))
items.pop()
del item
gc.collect()
print(len(group), Node(9) in group)
group.discard(items[0])
print(sorted(n.value for n in group))
