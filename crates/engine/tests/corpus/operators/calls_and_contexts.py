class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, **kwargs):
        return self.n + sum(args) + sum(kwargs.values())


add = Adder(10)
print(add(), add(1, 2), add(1, x=5), callable(add), callable(5), list(map(add, [1, 2])))


class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind.__name__ if kind else None, error, trace is not None)
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (
    Manager("c") as c,
    Manager("d", swallow=True),
):
    raise ValueError("inside")
print("after")
try:
    with Manager("e"):
        raise KeyError("k")
except KeyError as error:
    print("passed", error)


def leave():
    with Manager("f"):
        return "returned"


print(leave())
for n in range(3):
    with Manager(f"loop{n}"):
        if n == 0:
            continue
        break


class NoExit:
    def __enter__(self):
        return self


class Neither:
    pass


for manager in (NoExit(), Neither(), 5):
    try:
        with manager:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Failing:
    def __enter__(self):
        raise OSError("no entry")

    def __exit__(self, *args):
        print("never")


try:
    with Failing():
        print("never")
except OSError as error:
    print(error)
try:
    with Manager("outer"):
        with Manager("inner"):
            1 / 0
except ZeroDivisionError as error:
    print(error)
with Manager("x", True) as holder, Manager("y"):
    [holder, *others] = "pq"
    print(holder, others)
    raise RuntimeError("swallowed by the outer one")
