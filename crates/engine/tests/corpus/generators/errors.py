# misuse of generators
def g():
    yield 1
    yield 2


it = g()
for use in (
    lambda: it.send(1),
    lambda: it.throw(5),
    lambda: it.throw("text"),
    lambda: it.send(),
    lambda: it.send(1, 2),
    lambda: next(5),
    lambda: next([1]),
    lambda: it[0],
    lambda: len(it),
    lambda: it + it,
    lambda: it(),
):
    try:
        use()
    except TypeError as error:
        print(error)
print(next(it))
print(next(it))
try:
    next(it)
except StopIteration as stop:
    print(repr(stop), stop.value)
try:
    next(it)
except StopIteration as stop:
    print("again", stop.args)
print(next(it, "default"), list(it))


def itself():
    try:
        yield next(me)
    except ValueError as error:
        print(error)
        yield "after"


me = itself()
print(next(me))


def bad():
    yield 1
    raise StopIteration("inside")


try:
    list(bad())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def failing():
    yield 1
    1 / 0


f = failing()
next(f)
try:
    next(f)
except ZeroDivisionError as error:
    print(error)
print(list(f), f.gi_frame)
a, b = g()
print(a, b)
for wrong in ("a, = g()", "a, b, c = g()", "x, *y, z, w = g()"):
    try:
        exec_ = {"a, = g()": lambda: unpack1(g()), "a, b, c = g()": lambda: unpack3(g())}.get(wrong)
        if exec_:
            exec_()
    except ValueError as error:
        print(error)


def unpack1(it):
    (a,) = it


def unpack3(it):
    a, b, c = it


for function in (unpack1, unpack3):
    try:
        function(g())
    except ValueError as error:
        print(error)
