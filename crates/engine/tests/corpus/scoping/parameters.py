def every(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(every(1, d=4), every(1, 2, 3, 4, 5, d=6, x=7), every(1, d=0, a=9, b=8))


def mutable(item, bag=[]):
    bag.append(item)
    return bag


print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)
print(every.__defaults__, every.__kwdefaults__, every.__code__.co_argcount, every.__code__.co_posonlyargcount,
      every.__code__.co_kwonlyargcount, every.__code__.co_varnames, every.__code__.co_name)
print((lambda x, y=2, *z, k=3: (x, y, z, k))(1), (lambda: None)(), (lambda *a, **k: (a, k))(1, b=2))


def only_keyword(*, key):
    return key


def only_positional(x, /):
    return x


def stars(*args, **kwargs):
    return args, kwargs


print(only_keyword(key=1), only_positional(2), stars(*[1, 2], *"ab", **{"x": 1}, **{"y": 2}), stars(*range(3), z=1))
for action in (lambda: only_keyword(1), lambda: only_positional(x=1), lambda: every(), lambda: every(1), lambda: only_keyword(),
               lambda: every(1, 2, c=3, d=4, c2=5)[-1], lambda: stars(**{1: 2}), lambda: stars(**{"a": 1}, a=2) if False else "skip",
               lambda: (lambda a: a)(), lambda: (lambda a: a)(1, 2), lambda: (lambda: 0)(1), lambda: stars(*5), lambda: stars(**5),
               lambda: only_positional(1, 2, 3), lambda: only_keyword(key=1, other=2)):
    try:
        print(action())
    except TypeError as error:
        print(error)


def outer(n, default=lambda: "made"):
    def inner(m=n * 2):
        return m, default()

    return inner


print(outer(4)(), outer(4)(1))
print(every.__name__, every.__qualname__, outer(1).__qualname__, (lambda: 0).__name__)
every.note = "attached"
print(every.note, every.__dict__, every.__module__, every.__doc__)
closure = outer(7)
print([cell.cell_contents for cell in closure.__closure__][0]() if callable(closure.__closure__[0].cell_contents) else None,
      closure.__code__.co_freevars, every.__closure__)
