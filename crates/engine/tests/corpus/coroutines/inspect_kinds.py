# telling kinds of callables and objects apart
import types


def plain():
    pass


def gen():
    yield


async def coro():
    pass


async def agen():
    yield


@types.coroutine
def marked():
    got = yield "from marked"
    return got


for function in (plain, gen, coro, agen, marked):
    print(function.__name__, type(function()).__name__ if function is not coro else "coroutine")
c = coro()
print(isinstance(c, types.CoroutineType), isinstance(gen(), types.GeneratorType), isinstance(agen(), types.AsyncGeneratorType))
print(isinstance(c, types.GeneratorType), isinstance(agen(), types.CoroutineType))
c.close()


async def uses_marked():
    return await marked()


u = uses_marked()
print(u.send(None))
try:
    u.send("sent")
except StopIteration as stop:
    print(stop.value)


pending = coro()


def delegates():
    yield from pending


try:
    next(delegates())
except TypeError as error:
    print(error)


@types.coroutine
def may_delegate():
    return (yield from value())


async def value():
    return "through yield from"


try:
    uses = may_delegate()
    next(uses)
except StopIteration as stop:
    print(stop.value)
pending.close()
