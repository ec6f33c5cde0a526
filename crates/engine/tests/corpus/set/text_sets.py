a, b = set("hello"), set("world")
print(a, b, a | b, a & b, a - b, a ^ b, sorted(a), len(a), "h" in a, a > {"h"}, {w[0] for w in "apple bob cat".split()}, set("the cat the dog".split()), {"x": 1}.keys() | {"y"}, frozenset("ab"), {("a", 1), ("b", 2)}, {1, "1", 1.5, True})
seen, unique = set(), []
for word in "to be or not to be that is".split():
    if word not in seen: seen.add(word); unique.append(word)
print(unique, seen, seen - {"to"}, seen & {"be", "is", "x"}, {len(w) for w in seen}, [w for w in seen if len(w) == 2], sorted(seen, key=lambda w: (len(w), w)), list(seen)[0], next(iter(seen)), seen.pop() not in seen, len(seen), max(seen), min(seen), " ".join(seen))
names = {"Thread-1", "Thread-2", "MainThread", "worker_0", "worker_1"}; print(names, names | {"Pool"}, {n.lower() for n in names}, {n: len(n) for n in sorted(names)}, set(map(str, range(12))), {str(i) for i in range(5)} ^ {"3", "9"}, set(range(20, 0, -3)), {x * 37 % 101 for x in range(12)}, {"ä", "ö", "日本", "é"}, {b"a", b"b", b"c"}, {0.5, 1.5, 2.25}, {-1, -2, -3}, {10**10, 10**11, 3})
