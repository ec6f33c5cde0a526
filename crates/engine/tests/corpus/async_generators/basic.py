# async for over asynchronous generators
class Tick:
    def __await__(self):
        yield


async def count(n):
    for i in range(n):
        await Tick()
        yield i


def run(coro):
    ticks = 0
    while True:
        try:
            coro.send(None)
            ticks += 1
        except StopIteration as stop:
            print("ticks", ticks)
            return stop.value


async def main():
    async for i in count(3):
        print("item", i)
    else:
        print("else")
    async for i in count(10):
        if i == 1:
            continue
        if i == 3:
            print("break")
            break
        print("item", i)
    else:
        print("never")
    async for i in count(0):
        print("never")
    async for a, b in pairs():
        print(a, b)
    return "done"


async def pairs():
    yield 1, 2
    yield "x", "y"


print(run(main()))
g = count(1)
print(type(g), g.__name__, g.__qualname__, g.ag_running, g.ag_await, g.ag_frame is not None)
print(hasattr(g, "__aiter__"), hasattr(g, "__anext__"), hasattr(g, "__iter__"), aiter(g) is g)
print(repr(g).startswith("<async_generator object count at 0x"))
