import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return f"hello from {self.name}"

    def __len__(self):
        return 3


thing = Thing("t")
r = weakref.ref(thing)
print(r() is thing, r().name, weakref.ref(thing) is r, weakref.getweakrefcount(thing), type(r).__name__)
p = weakref.proxy(thing)
print(p.name, p.hello(), len(p))
p.name = "renamed"
print(thing.name, isinstance(r, weakref.ref), r == weakref.ref(thing))
other = thing
del thing
print(r() is None)
del other
print(r() is None, r())
try:
    p.name
except ReferenceError as error:
    print(error)


def use():
    local = Thing("local")
    return weakref.ref(local)


print(use()())
keeper = Thing("kept")
method = weakref.WeakMethod(keeper.hello)
print(method()())
del keeper
print(method())
for value in (5, "text", [1], {}, (1,), None):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
cycle = Thing("a")
cycle.self = cycle
r = weakref.ref(cycle)
del cycle
gc.collect()
print(r())
