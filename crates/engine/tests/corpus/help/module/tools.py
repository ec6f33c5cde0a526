"""Tools for work.

They do what they can.
"""

__version__ = "1.2"
LIMIT = 10
_private = 1
NAMES = ["a", "b"]


def work(n):
    """Works n times."""


def _internal():
    pass


class Worker:
    """Works."""

    def start(self):
        """Starts."""


class Fast(Worker):
    pass
