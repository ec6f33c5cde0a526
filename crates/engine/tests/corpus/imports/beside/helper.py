"""Helps."""

print("helper runs as", __name__)
VALUE = 42
_private = "private"


def greet(name):
    return f"hello {name}"


def read():
    return VALUE


class Thing:
    kind = "thing"


if __name__ == "__main__":
    print("never printed")
