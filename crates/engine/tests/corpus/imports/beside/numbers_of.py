__all__ = ["ONE", "two"]
ONE = 1
_hidden = 0
three = 3


def two():
    return 2
