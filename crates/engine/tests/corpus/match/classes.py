class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Circle:
    def __init__(self, center, radius):
        self.center = center
        self.radius = radius


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def where(thing):
    match thing:
        case Point3(x=0, z=z):
            return f"x is 0, z is {z}"
        case Point(0, 0):
            return "origin"
        case Point(x, 0):
            return f"on the x axis at {x}"
        case Point(0, y=y):
            return f"on the y axis at {y}"
        case Point():
            return f"somewhere at {thing.x}, {thing.y}"
        case Circle(center=Point(x, y), radius=r) if r > 10:
            return f"big circle at {x}, {y}"
        case Circle(radius=r):
            return f"circle of {r}"
        case int(n) | float(n):
            return f"number {n}"
        case str() as text:
            return f"text {text}"
        case list([first, *_]):
            return f"list from {first}"
        case dict():
            return "dict"
        case tuple((a, b)):
            return f"pair {a} {b}"
        case bool():
            return "never: a bool is an int"
        case _:
            return "unknown"


for thing in (Point(0, 0), Point(3, 0), Point(0, 4), Point(1, 2), Point3(0, 1, 2), Point3(1, 0, 2), Circle(Point(1, 2), 11),
              Circle(Point(1, 2), 3), Circle(None, 30), 7, 2.5, "abc", [1, 2], [], {}, (1, 2), (1,), True, None):
    print(where(thing))
