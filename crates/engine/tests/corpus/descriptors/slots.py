class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
p.x += 10
print(p.x, p.y, Point.__slots__)
for action in (lambda: setattr(p, "z", 3), lambda: p.z, lambda: p.__dict__, lambda: vars(p)):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
del p.y
try:
    p.y
except AttributeError as error:
    print(error)
p.y = 5
print(p.y, hasattr(p, "y"), hasattr(p, "__dict__"))


class Named(Point):
    __slots__ = ("name",)


n = Named(1, 2)
n.name = "n"
print(n.x, n.name)
try:
    n.other = 1
except AttributeError as error:
    print(error)


class Open(Point):
    pass


o = Open(3, 4)
o.extra = 5
print(o.x, o.extra, o.__dict__)


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a = 1
w.b = 2
print(w.a, w.b, w.__dict__)


class Single:
    __slots__ = "only"


s = Single()
s.only = 1
print(s.only)
try:
    s.more = 2
except AttributeError as error:
    print(error)
try:
    class Conflict:
        __slots__ = ("a",)
        a = 1
except ValueError as error:
    print(error)
