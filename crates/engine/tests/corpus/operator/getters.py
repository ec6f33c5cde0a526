import operator
from collections import namedtuple
from operator import attrgetter, itemgetter, methodcaller

rows = [{"name": "b", "n": 2}, {"name": "a", "n": 2}, {"name": "c", "n": 1}]
print(sorted(rows, key=itemgetter("n")))
print(sorted(rows, key=itemgetter("n", "name"), reverse=True))
print(itemgetter(1)([5, 6]), itemgetter(0, 2)("xyz"), itemgetter(slice(1, 3))([1, 2, 3, 4]), itemgetter(-1)((1, 2)))
Point = namedtuple("Point", "x y")


class Circle:
    def __init__(self, x, y, r):
        self.center = Point(x, y)
        self.r = r

    @property
    def area(self):
        return 3 * self.r**2

    def grow(self, by=1, *, twice=False):
        return self.r + by * (2 if twice else 1)


circles = [Circle(3, 1, 5), Circle(1, 2, 7), Circle(2, 0, 6)]
print([c.r for c in sorted(circles, key=attrgetter("center.x"))], max(circles, key=attrgetter("area")).r)
print(attrgetter("r", "center.y", "area")(circles[0]), methodcaller("grow")(circles[0]), methodcaller("grow", 2, twice=True)(circles[0]))
print(list(map(methodcaller("upper"), ["a", "b"])), list(map(itemgetter(0), {"k": 1}.items())))
print(itemgetter("a"), itemgetter(1, "b"), attrgetter("x.y"), methodcaller("f", 1, k=2))
for call in (
    lambda: itemgetter(5)([1]),
    lambda: itemgetter("z")({}),
    lambda: attrgetter("nope")(1),
    lambda: attrgetter("center.z")(circles[0]),
    lambda: attrgetter(1),
    lambda: itemgetter(),
    lambda: methodcaller("nope")("s"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
