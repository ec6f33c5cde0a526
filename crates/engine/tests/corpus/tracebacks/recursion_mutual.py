def even(n):
    return odd(n - 1)


def odd(n):
    return even(n - 1)


try:
    even(10)
except RecursionError as error:
    print(type(error).__name__, error)


def count(n):
    if n == 0:
        raise ValueError("bottom")
    return count(n - 1)


count(20)
