a = [1]
b = a
c = [1]
print(a is b, a is c, a == c, a is not c)
print(None is None, None == 0, None == False, [None] == [None])


def nothing():
    pass


print(nothing(), nothing() is None, [nothing() for _ in range(2)])
x = y = None
print(x is y, type(None).__name__)
