x = 1


def f():
    print(x)
    x = 2


try:
    f()
except UnboundLocalError as error:
    print(type(error).__name__, error)
try:
    print(undefined_name)
except NameError as error:
    print(type(error).__name__, error)
