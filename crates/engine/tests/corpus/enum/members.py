from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def darker(self):
        return f"dark {self.name.lower()}"

    @property
    def hex(self):
        return f"#{self.value:06x}"

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, type(Color.RED))
print(list(Color), len(Color), Color.CRIMSON is Color.RED, list(Color.__members__))
print(Color(2), Color["BLUE"], Color.default(), Color.RED.darker(), Color.BLUE.hex)
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED is Color(1))
print(f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED, "{!r}".format(Color.GREEN))
print({Color.RED: "r"}[Color.RED], Color.RED in Color, isinstance(Color.RED, Color), Color)
for action in (lambda: Color(9), lambda: Color["NONE"], lambda: Color.NONE, lambda: Color.RED < Color.BLUE):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
try:
    Color.RED = 5
except AttributeError as error:
    print(error)
try:
    Color.RED.value = 5
except AttributeError as error:
    print(error)


class State(Enum):
    NEW = auto()
    RUNNING = auto()
    DONE = "done"

    def __str__(self):
        return self.value if isinstance(self.value, str) else self.name


print([f"{state}" for state in State], [state.value for state in State])
print(State.NEW, [State.DONE])
try:

    @unique
    class Twice(Enum):
        A = 1
        B = 1

except ValueError as error:
    print(error)
try:

    class More(Color):
        PINK = 4

except TypeError as error:
    print(error)
try:

    class Same(Enum):
        A = 1
        A = 2

except TypeError as error:
    print(error)
