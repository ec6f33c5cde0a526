class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @classmethod
    def named(cls, name):
        return cls(name.upper())

    @staticmethod
    def area(width, height=2):
        return width * height

    @classmethod
    def how_many(cls):
        return f"{cls.__name__}: {cls.count}"

    @classmethod
    @property
    def chained(cls):
        return f"chained {cls.__name__}"


class Square(Shape):
    @staticmethod
    def area(width):
        return Shape.area(width, width)

    @classmethod
    def named(cls, name):
        made = super().named(name)
        made.name += "!"
        return made


print(Shape.area(3), Shape("a").area(3, 4), Square.area(5), Square("b").area(6))
made = Square.named("sq")
print(type(made).__name__, made.name, made.how_many(), Square.how_many())
print(Shape.chained, Square.chained)
print(Shape.named.__func__.__name__, Shape.named.__self__.__name__, Shape.__dict__["area"].__func__(2, 3))
print(type(Shape.__dict__["area"]).__name__, type(Shape.__dict__["named"]).__name__, type(Shape.named).__name__, type(Shape.area).__name__)
print(callable(Shape.area), callable(Shape.__dict__["area"]))
method = made.how_many
print(method(), method.__func__ is Shape.__dict__["how_many"].__func__)


def outside(self, n):
    return f"{self.name} {n}"


Shape.outside = outside
made.bound = outside.__get__(made, Square)
print(made.outside(1), made.bound(2), Shape.outside(made, 3))
print(made.bound.__self__ is made, made.bound.__name__, made.bound.__func__ is outside)
del Shape.outside
print(hasattr(made, "outside"))
try:
    made.area(1, 2)
except TypeError as error:
    print(error)
try:
    Shape.how_many(1)
except TypeError as error:
    print(error)
