from .two import divide


def start(values):
    for value in values:
        print(divide(10, value))
