from abc import ABC, ABCMeta, abstractmethod
import abc


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def sides(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    def describe(self):
        return f"{self.name}: {self.area():.2f}, {self.sides} sides"


class Half(Shape):
    def area(self):
        return 0


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2

    @property
    def sides(self):
        return 4

    @classmethod
    def make(cls):
        return cls(2)


for cls in (Shape, Half):
    try:
        cls("x")
    except TypeError as error:
        print(error)


class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self):
        pass


try:
    One()
except TypeError as error:
    print(error)
print(Square.make().describe(), isinstance(Square(1), Shape), issubclass(Half, Shape))
print(sorted(Half.__abstractmethods__), Square.__abstractmethods__)


@Shape.register
class Circle:
    pass


print(isinstance(Circle(), Shape), issubclass(Circle, Shape), Circle.__mro__)


class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sized:
            return any("__len__" in base.__dict__ for base in other.__mro__)
        return NotImplemented


print(isinstance([], Sized), isinstance(3, Sized), issubclass(str, Sized))
print(type(Shape), Shape, abc.ABC.__name__)
