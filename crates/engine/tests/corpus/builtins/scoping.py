print(__name__)
x = 1


def f():
    x = 2

    class C:
        x = 3

        def g(self):
            return x

    return C.x, C().g()


print(f(), x)
print("x" in globals(), sorted(name for name in (lambda a, b: locals())(1, 2)))
del x
try:
    x
except NameError as error:
    print(error)
