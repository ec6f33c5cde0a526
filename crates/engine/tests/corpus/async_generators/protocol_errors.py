# what async for says about objects that do not fit
def attempt(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    except (TypeError, RuntimeError, ValueError) as error:
        print(type(error).__name__, error)


async def over(iterable):
    async for x in iterable:
        print("got", x)
        break


class AiterInt:
    def __aiter__(self):
        return 1


class AiterAsync:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class AnextNotAsync:
    def __aiter__(self):
        return self


for wrong in ([1], 5, AiterInt(), AiterAsync(), AnextNotAsync(), (x for x in "a")):
    attempt(over(wrong))


async def agen():
    yield 1


for use in (lambda: list(agen()), lambda: next(agen()), lambda: [*agen()], lambda: sum(agen())):
    try:
        use()
    except TypeError as error:
        print(error)


def in_sync():
    for x in agen():
        pass


try:
    in_sync()
except TypeError as error:
    print(error)


async def raises():
    yield 1
    raise ValueError("in the generator")


attempt(over_all := None) if False else None


async def consume(g):
    async for x in g:
        print(x)


attempt(consume(raises()))


async def stops():
    yield 1
    raise StopAsyncIteration("by hand")


attempt(consume(stops()))


async def stops2():
    yield 1
    raise StopIteration("by hand")


attempt(consume(stops2()))


class RaisesInAnext:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise ValueError("anext failed")


attempt(consume(RaisesInAnext()))


async def awaits(g):
    return await g


attempt(awaits(agen()))
