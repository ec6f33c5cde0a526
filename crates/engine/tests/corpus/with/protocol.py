class Door:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("close", self.name, kind.__name__ if kind else None, value)
        return self.swallow


with Door("a") as a, Door("b"):
    print("inside", a.name)
with Door("quiet", swallow=True):
    raise ValueError("swallowed")
try:
    with Door("outer"):
        with Door("inner"):
            1 / 0
except ZeroDivisionError as error:
    print("escaped", error)


def f():
    with Door("returning"):
        return "value"


print(f())
for i in range(2):
    with Door(i):
        if i == 0:
            continue
        break
with (Door("x") as x, Door("y") as y):
    print(x.name + y.name)
try:
    with 5:
        pass
except TypeError as error:
    print(error)
