def f(a, b):
    return a + b


def g(a, *, key):
    return a


def h():
    pass


for call in (
    lambda: f(1),
    lambda: f(),
    lambda: f(1, 2, 3),
    lambda: f(1, 2, c=3),
    lambda: f(1, a=2),
    lambda: g(1),
    lambda: g(1, 2, key=3),
    lambda: h(1),
):
    try:
        call()
    except TypeError as error:
        print(error)
