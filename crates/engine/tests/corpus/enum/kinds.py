from enum import Enum, IntEnum, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Kind(StrEnum):
    FIRST = auto()
    SECOND = "2nd"


class Mixed(str, Enum):
    A = "a"
    B = "b"


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / (self.radius * self.radius)


print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.HIGH > Level.LOW, Level.HIGH == 10, f"{Level.HIGH:03d}", int(Level.HIGH))
print(sorted([Level.HIGH, Level.LOW]), max(Level), [10, 20][Level.LOW], "%d %s" % (Level.LOW, Level.LOW))
print(Kind.FIRST, repr(Kind.FIRST), Kind.SECOND == "2nd", Kind.SECOND.upper(), f"{Kind.FIRST:>7}", Kind("first"))
print(Mixed.A, repr(Mixed.A), Mixed.A == "a", f"{Mixed.A}", Mixed.B.upper(), Mixed("b"), "-".join([Mixed.A, Mixed.B]))
print(Planet.EARTH.value, round(Planet.EARTH.gravity, 2), Planet.MARS.mass, Planet((6.421e23, 3.3972e6)))


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}{count}"

    X = auto()
    Y = auto()


print([each.value for each in Auto])


class Lenient(Enum):
    YES = "yes"
    NO = "no"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for each in cls:
                if each.value == value.lower():
                    return each
        return None


print(Lenient("YES"), Lenient("No"))
try:
    Lenient("maybe")
except ValueError as error:
    print(error)
Animal = Enum("Animal", "CAT DOG BIRD")
print(list(Animal), Animal.DOG.value, Animal("2") if False else Animal(2))
Pair = Enum("Pair", [("ONE", "x"), ("TWO", "y")])
print(Pair.ONE, Pair.TWO.value, Pair.__name__)
Number = IntEnum("Number", {"ZERO": 0, "FIVE": 5})
print(list(Number), Number.FIVE + 1, Number.ZERO or "falsy")


class Base(Enum):
    def describe(self):
        return f"{self.name} is {self.value}"


class Derived(Base):
    ONE = 1


print(Derived.ONE.describe(), bool(Derived.ONE), hash(Derived.ONE) == hash("ONE"))
