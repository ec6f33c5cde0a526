# what cannot be awaited, and how that is told
async def wait_for(value):
    return await value


def attempt(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


for value in (5, None, "text", [1], len, lambda: 1, object, (i for i in "ab")):
    attempt(wait_for(value))


class ReturnsInt:
    def __await__(self):
        return 5


class ReturnsCoroutine:
    def __await__(self):
        return self.other()

    async def other(self):
        return "never"


class ReturnsIterator:
    def __await__(self):
        return iter([])


class Raises:
    def __await__(self):
        raise KeyError("in __await__")


attempt(wait_for(ReturnsInt()))
attempt(wait_for(ReturnsIterator()))
try:
    wait_for(Raises()).send(None)
except KeyError as error:
    print(repr(error))


class ReturnsWrapper:
    def __init__(self, coro):
        self.coro = coro

    def __await__(self):
        return self.coro.__await__()


async def answer():
    return 42


attempt(wait_for(ReturnsWrapper(answer())))
wrapper = answer()
driven = wrapper.__await__()
print(type(driven).__name__, iter(driven) is driven)
try:
    next(driven)
except StopIteration as stop:
    print(stop.value)
