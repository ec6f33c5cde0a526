# help() on a dataclass, on nested classes and on functions inside of functions.
from dataclasses import dataclass, field


@dataclass
class Job:
    """A job."""

    name: str
    cost: float = 1.0

    def run(self):
        """Runs it."""


class Outer:
    class Inner:
        def method(self):
            """Inner's."""

    constant = "text"
    nothing = None


def outer():
    def inner(x):
        """Inside."""

    return inner


help(Job.run)
help(Outer)
help(Outer.Inner)
help(outer())
