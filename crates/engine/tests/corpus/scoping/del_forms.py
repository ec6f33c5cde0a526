a = b = c = 1
del a
del b, c
for name in ("a", "b", "c"):
    print(name in globals())
items = [0, 1, 2, 3, 4, 5, 6, 7]
del items[0]
del items[-1], items[0]
print(items)
del items[::2]
print(items)
del items[:]
print(items)
table = {"x": 1, "y": {"z": 2}}
del table["x"], table["y"]["z"]
print(table)


class Thing:
    pass


thing = Thing()
thing.a = thing.b = 1
del thing.a
print(vars(thing))
del (thing.b)
x, y, z = 1, 2, 3
del (x, y), [z]
for action in ("x", "thing.b", "table['x']", "items[3]"):
    try:
        if action == "x":
            x
        elif action == "thing.b":
            del thing.b
        elif action == "table['x']":
            del table["x"]
        else:
            del items[3]
    except Exception as error:
        print(type(error).__name__, error)


def function():
    local = 1
    del local
    try:
        del local
    except UnboundLocalError as error:
        print(error)


function()
try:
    del undefined
except NameError as error:
    print(error)
try:
    del (1, 2)[0]
except TypeError as error:
    print(error)
try:
    del "abc"[0]
except TypeError as error:
    print(error)
for i in range(2):
    del i
try:
    raise ValueError("v")
except ValueError as error:
    pass
print("error" in globals())
