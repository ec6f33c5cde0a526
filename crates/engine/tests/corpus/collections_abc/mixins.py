from collections.abc import Callable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence


class Lower(MutableMapping):
    def __init__(self, **data):
        self._data = {}
        self.update(data)

    def __getitem__(self, key):
        return self._data[key.lower()]

    def __setitem__(self, key, value):
        self._data[key.lower()] = value

    def __delitem__(self, key):
        del self._data[key.lower()]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


d = Lower(A=1, b=2)
d["C"] = 3
print("c" in d, "Z" in d, d.get("z", 0), sorted(d), list(d.items()), list(d.values()), d.pop("a"), d.setdefault("q", 9), len(d), d == {"b": 2, "c": 3, "q": 9})
print(list(d.keys()), "b" in d.keys(), ("b", 2) in d.items(), 3 in d.values(), d.popitem(), dict(d))
d.clear()
print(len(d), isinstance(d, Mapping))


class Evens(Sequence):
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self)))]
        if not 0 <= i < self.n:
            raise IndexError(i)
        return 2 * i

    def __len__(self):
        return self.n


e = Evens(5)
print(list(e), 4 in e, 5 in e, e.index(6), e.count(2), list(reversed(e)), e[1:3])


class Tags(MutableSet):
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.add(item)

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, value):
        if value not in self.items:
            self.items.append(value)

    def discard(self, value):
        if value in self.items:
            self.items.remove(value)


t = Tags("abca")
t |= Tags("d")
print(sorted(t & Tags("ab")), sorted(t - Tags("a")), sorted(t | Tags("z")), sorted(t ^ Tags("ax")), t == Tags("abcd"), Tags("a") < t, t.isdisjoint("xy"))
t.remove("a")
try:
    t.remove("a")
except KeyError as error:
    print("KeyError", error)


class Log(MutableSequence):
    def __init__(self):
        self.data = []

    def __getitem__(self, i):
        return self.data[i]

    def __setitem__(self, i, v):
        self.data[i] = v

    def __delitem__(self, i):
        del self.data[i]

    def __len__(self):
        return len(self.data)

    def insert(self, i, v):
        self.data.insert(i, v)


log = Log()
log.append(1)
log.extend([2, 3])
log += [4]
log.reverse()
print(list(log), log.pop(), log.pop(0), list(log), log.index(3))
log.remove(3)
print(list(log))


class Countdown(Iterator):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)))
for cls in (Mapping, MutableSequence, Iterator):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Callable[[int], str], Sequence[int], Mapping[str, int])
