def a():
    raise KeyError("first")


def b():
    try:
        a()
    except KeyError as error:
        raise ValueError("second") from error


def c():
    try:
        b()
    except ValueError:
        raise RuntimeError("third")


c()
