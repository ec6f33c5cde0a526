x = 1
del x
print("x" in globals())
d = {"a": 1, "b": 2}
del d["a"]
l = [0, 1, 2, 3]
del l[1], l[-1]
print(d, l)


class A:
    pass


a = A()
a.v = 1
del a.v
print(hasattr(a, "v"))
try:
    del d["zz"]
except KeyError as error:
    print(repr(error))
try:
    del l[9]
except IndexError as error:
    print(error)
try:
    del a.v
except AttributeError as error:
    print(error)
