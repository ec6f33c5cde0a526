def f(a, b=1):
    """Says something."""
    return a


print(f.__name__, f.__doc__, f.__qualname__)
f.extra = 5
print(f.extra)


def outer():
    def inner():
        pass

    return inner


print(outer().__qualname__)
print(callable(f), callable(3))
