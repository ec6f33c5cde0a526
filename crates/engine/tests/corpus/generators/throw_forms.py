# throw: a class, an instance, a class with a value; what comes back
def catches():
    caught = []
    while True:
        try:
            yield caught
        except (ValueError, KeyError) as error:
            caught.append(repr(error))


g = catches()
next(g)
print(g.throw(ValueError))
print(g.throw(ValueError("instance")))
print(g.throw(KeyError, "value"))
print(g.throw(KeyError, KeyError("given")))
print(g.throw(ValueError, None))
try:
    g.throw(TypeError("not caught"))
except TypeError as error:
    print(error)
print(list(g))


def cleans():
    try:
        yield 1
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")


c = cleans()
next(c)
c.close()
c = cleans()
next(c)
try:
    c.throw(GeneratorExit)
except GeneratorExit as error:
    print("GeneratorExit left", error.args)
c = cleans()
c.close()
print("unstarted: nothing")


def returns_on_exit():
    try:
        yield
    except GeneratorExit:
        return "value"


r = returns_on_exit()
next(r)
print(r.close())


def context():
    try:
        yield
    except ValueError as error:
        raise KeyError("replaced") from error


c = context()
next(c)
try:
    c.throw(ValueError("original"))
except KeyError as error:
    print(repr(error), repr(error.__cause__))


def handling():
    try:
        raise ValueError("handled here")
    except ValueError:
        yield "inside except"
        try:
            raise
        except ValueError as error:
            yield f"again {error}"


print(list(handling()))
