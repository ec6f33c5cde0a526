class Point:
    dimensions = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


p = Point(1, 2)
print(p, p.moved(1, 1), Point.dimensions, p.dimensions)
p.dimensions = 3
print(Point.dimensions, p.dimensions, sorted(vars(p)))
print(isinstance(p, Point), type(p).__name__, type(p) is Point)
print(hasattr(p, "x"), hasattr(p, "z"), getattr(p, "z", "none"))
