# help() on what the script defined: functions, classes, methods, objects, and their comments.
import asyncio
from dataclasses import dataclass


def plain(a, b=1, *args, key=None, **options):
    """Adds things.

    Indented lines
        stay indented.
    """


# What a comment says
# stands in for a docstring.
def commented():
    pass


def typed(a: int, b: "str" = "x") -> list[int]:
    "One line."


async def waits(delay):
    """Waits."""


class Base:
    """The base of things."""

    shared = [1, 2]
    limit: int = 5

    def __init__(self, size):
        self.size = size

    def area(self):
        """How large it is."""
        return self.size

    def _hidden(self):
        pass

    @property
    def wide(self):
        """Whether it is wide."""
        return self.size > 3

    @property
    def name(self):
        "Its name."

    @name.setter
    def name(self, value):
        pass

    @classmethod
    def make(cls, size=2):
        """Makes one."""

    @staticmethod
    def helper(x, y):
        """Helps."""

    def __repr__(self):
        return "Base()"

    alias = area


class Derived(Base):
    def area(self):
        return 2

    def extra(self, *, flag):
        """More."""


class Empty:
    pass


class Slotted:
    __slots__ = ("x", "y")


help(plain)
help(commented)
help(typed)
help(waits)
help(lambda x, y=2: x)
help(Base)
help(Derived)
help(Empty)
help(Slotted)
help(Base(1).area)
help(Derived(1))
help(Base.make)
named = plain
help(named)
print(help)
