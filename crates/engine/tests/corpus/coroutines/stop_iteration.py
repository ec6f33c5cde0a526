# StopIteration does not leave a coroutine or a generator as it is
async def raises():
    raise StopIteration("value")


async def nested():
    await raises()


def drive(c):
    try:
        c.send(None)
    except RuntimeError as error:
        print(error, "|", repr(error.__cause__), error.__cause__ is error.__context__)
    except StopIteration as stop:
        print("returned", stop.value)


drive(raises())
drive(nested())


async def next_of_empty():
    return next(iter(()))


drive(next_of_empty())


async def stop_async():
    raise StopAsyncIteration("plain")


try:
    drive(stop_async())
except StopAsyncIteration as error:
    print(repr(error))


async def returns_exception():
    return StopIteration(5)


drive(returns_exception())


async def returns_tuple():
    return (1, 2)


drive(returns_tuple())


def generator():
    yield next(iter([]))


try:
    list(generator())
except RuntimeError as error:
    print(error)
