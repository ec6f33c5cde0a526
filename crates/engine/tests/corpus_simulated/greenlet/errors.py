from greenlet import GreenletExit, error, getcurrent, greenlet


def attempt(function):
    try:
        print("gave", repr(function()))
    except BaseException as failure:
        print(type(failure).__name__ + ":", failure)


main = getcurrent()
attempt(lambda: greenlet(1, 2))
attempt(lambda: greenlet(5).switch())
attempt(lambda: greenlet().switch())
g = greenlet(lambda: main.switch("out"))
attempt(g.switch)
attempt(lambda: g.throw(5))
attempt(lambda: g.throw(KeyError, "k"))
print(g.dead, bool(g))
attempt(lambda: g.switch(1))
attempt(lambda: g.throw())
attempt(lambda: g.throw(ValueError("dead")))
attempt(lambda: setattr(g, "parent", 3))
a = greenlet(lambda: 1)
b = greenlet(lambda: 2, a)
attempt(lambda: setattr(a, "parent", b))
attempt(lambda: greenlet(lambda: 1).throw(ValueError, "fresh"))
attempt(lambda: greenlet(lambda: 1).throw(ValueError(1), 1))
attempt(lambda: greenlet(lambda: 1, foo=1))
attempt(lambda: greenlet(lambda: 1).throw())
print(issubclass(GreenletExit, Exception), issubclass(error, Exception), GreenletExit.__module__)


def outer():
    def inner():
        raise IndexError("from inner")

    try:
        greenlet(inner).switch()
    except IndexError as failure:
        print("outer caught", failure)
    return "outer done"


print(greenlet(outer).switch())


def parents():
    child = greenlet(lambda: "child done")
    child.parent = main
    child.switch()
    print("not here")


print(greenlet(parents).switch())
