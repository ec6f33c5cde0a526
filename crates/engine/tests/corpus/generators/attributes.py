# what generators tell about themselves
def count(n):
    """Counts."""
    for i in range(n):
        yield i


def outer():
    yield from inner


inner = count(2)
g = count(3)
print(type(g), g.__name__, g.__qualname__, count.__doc__)
print(g.gi_running, g.gi_yieldfrom, g.gi_suspended, g.gi_frame is not None)
print(next(g), g.gi_suspended, g.gi_frame.f_lineno)
print(iter(g) is g, hasattr(g, "__next__"), hasattr(g, "send"), hasattr(g, "__len__"))
o = outer()
next(o)
print(o.gi_yieldfrom is inner, inner.gi_yieldfrom)
list(o)
print(o.gi_yieldfrom, o.gi_frame, o.gi_running, o.gi_suspended)


class Tree:
    def walk(self):
        yield self

    @property
    def items(self):
        yield 1

    def __iter__(self):
        yield from "xy"


t = Tree()
print(t.walk().__qualname__, t.items.__qualname__, list(t), iter(t).__qualname__)
expression = (x for x in "ab")
print(expression.__name__, expression.__qualname__, type(expression).__name__)


def renamed():
    yield


renamed.__name__ = "other"
renamed.__qualname__ = "Other.name"
print(renamed().__name__, renamed().__qualname__)
running = []


def watches():
    running.append(me.gi_running)
    yield
    running.append(me.gi_running)


me = watches()
list(me)
print(running, me.gi_running)
