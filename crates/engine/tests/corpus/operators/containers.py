class Ring:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, key):
        if isinstance(key, slice):
            print("slice", key)
            return Ring(*self.items[key])
        if isinstance(key, tuple):
            return [self.items[k] for k in key]
        return self.items[key % len(self.items)]

    def __setitem__(self, key, value):
        print("set", key, value)
        if isinstance(key, slice):
            self.items[key] = value
        else:
            self.items[key % len(self.items)] = value

    def __delitem__(self, key):
        print("del", key)
        del self.items[key]

    def __contains__(self, item):
        print("contains", item)
        return item in self.items

    def __reversed__(self):
        return iter(["reversed", *self.items[::-1]])

    def __iter__(self):
        yield from self.items

    def __repr__(self):
        return f"Ring{tuple(self.items)}"

    def __missing__(self, key):
        return "never called"


r = Ring(1, 2, 3)
print(len(r), r[4], r[-1], r[1:], r[::2], r[0, 2], r[...] if False else "")
r[5] = 9
r[0:2] = [7, 7, 7]
del r[0]
print(r, 9 in r, 5 not in r, list(reversed(r)), list(r), bool(r), bool(Ring()))
first, *rest = r
print(first, rest, [*r, *r], max(r), sum(r))


class OldStyle:
    def __getitem__(self, index):
        if index >= 4:
            raise IndexError
        return index * index


print(list(OldStyle()), 9 in OldStyle(), 5 in OldStyle(), [a for a, in zip(OldStyle())])
a, b, c, d = OldStyle()
print(a, b, c, d, dict(enumerate(OldStyle())))


class Length:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


for value in (3, 0, -1, "x", True, 2.5):
    try:
        print(len(Length(value)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Defaults(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2


d = Defaults(a=1)
print(d["a"], d["b"], d.get("c"), "b" in d, len(d))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


c = Countdown(3)
print(next(c), list(c), next(c, "over"), iter(c) is c)
for thing in (5, object(), len):
    try:
        iter(thing)
    except TypeError as error:
        print(error)


class BadIter:
    def __iter__(self):
        return 5


try:
    iter(BadIter())
except TypeError as error:
    print(error)
try:
    next(5)
except TypeError as error:
    print(error)
