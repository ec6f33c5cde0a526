def generate():
    value = yield 1
    print("got", value)
    try:
        yield 2
    except ValueError as error:
        print("caught", error)
        yield 3
    finally:
        print("closing")


g = generate()
for action in (lambda: g.send(5), lambda: next(g), lambda: g.send("x"), lambda: g.throw(ValueError("in")), lambda: g.close(), lambda: next(g), lambda: g.send(1),
               lambda: g.throw(KeyError("after"))):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


def returns():
    yield 1
    return "value"


def delegates():
    result = yield from returns()
    print("result", result)
    return result


d = delegates()
print(next(d))
try:
    next(d)
except StopIteration as stop:
    print("stopped with", stop.value)


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


async def coroutine():
    return 1


c = coroutine()
for action in (lambda: c(), lambda: next(c), lambda: iter(c), lambda: [x for x in c], lambda: len(generate()), lambda: generate()[0],
               lambda: generate() + 1):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
c.close()


async def main():
    for action in (5, None, [1]):
        try:
            await action
        except TypeError as error:
            print(error)
    try:
        async with 5:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)
    c = coroutine()
    print(await c)
    try:
        await c
    except RuntimeError as error:
        print(error)


try:
    main().send(None)
except StopIteration:
    print("done")
