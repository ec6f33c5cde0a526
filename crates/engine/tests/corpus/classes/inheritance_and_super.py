import abc
import functools
from dataclasses import dataclass, field


class Animal(abc.ABC):
    registry = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Animal.registry[cls.__name__] = cls

    def __init__(self, name, *, legs=4):
        self.name = name
        self.legs = legs

    @abc.abstractmethod
    def sound(self):
        ...

    @property
    @abc.abstractmethod
    def kind(self):
        ...

    def __str__(self):
        return f"{self.name} the {self.kind} says {self.sound()}"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, legs={self.legs})"


class Dog(Animal):
    kind = "dog"

    def sound(self):
        return "woof"


class Puppy(Dog):
    def __init__(self, name):
        super().__init__(name, legs=4)
        self.age = 0

    def sound(self):
        return super().sound() * 2


class LoggingMixin:
    def log(self, message):
        print(f"[{self.__class__.__name__}] {message}")

    def sound(self):
        self.log("about to sound")
        return super().sound()


class LoudDog(LoggingMixin, Dog):
    pass


print(Dog("Rex"), Puppy("Bit"), repr(LoudDog("Max", legs=3)), sep="\n")
print(LoudDog("Max"))
print(sorted(Animal.registry), [c.__name__ for c in LoudDog.__mro__])
for cls in (Animal, type("Half", (Animal,), {"kind": "x"})):
    try:
        cls("x")
    except TypeError as error:
        print(error)
print(isinstance(Puppy("p"), Dog), issubclass(LoudDog, Animal), isinstance(3, Animal), Animal.__abstractmethods__ == {"sound", "kind"})


@functools.total_ordering
@dataclass
class Task:
    name: str
    priority: int = 0
    tags: list = field(default_factory=list, compare=False)

    def __lt__(self, other):
        return self.priority < other.priority


tasks = [Task("a", 3), Task("b", 1, ["x"]), Task("c")]
print(sorted(tasks), max(tasks).name, Task("a", 3) == tasks[0], tasks[0] >= tasks[1])


class Counter:
    instances = 0
    _cache = {}

    def __new__(cls, key):
        if key in cls._cache:
            return cls._cache[key]
        made = super().__new__(cls)
        cls._cache[key] = made
        cls.instances += 1
        return made

    def __init__(self, key):
        self.key = key


print(Counter(1) is Counter(1), Counter(2) is Counter(1), Counter.instances)


class Meters(float):
    def __new__(cls, value, unit="m"):
        made = super().__new__(cls, value)
        made.unit = unit
        return made

    def __str__(self):
        return f"{float(self)}{self.unit}"

    def __add__(self, other):
        return Meters(float(self) + other, self.unit)


m = Meters(3.5) + 2
print(m, m.unit, m * 2, isinstance(m, float), repr(m), f"{m:.2f}")


class Stack(list):
    def push(self, item):
        self.append(item)

    @property
    def top(self):
        return self[-1]

    def __repr__(self):
        return f"Stack({super().__repr__()})"


s = Stack([1, 2])
s.push(3)
print(s, s.top, len(s), s[::-1], 2 in s, s == [1, 2, 3], Stack("ab"), sorted(s, reverse=True), type(s[:2]).__name__)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.upper())


u = Upper()
u["a"] = 1
u["B"] = 2
print(u, u["b"], "a" in u, list(u.items()), dict(u), u.get("A"))
