# the builtins aiter and anext
def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value


async def letters():
    for c in "ab":
        yield c


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n + 1


async def main():
    it = aiter(letters())
    print(await anext(it), await anext(it))
    try:
        await anext(it)
    except StopAsyncIteration as error:
        print(repr(error))
    print(await anext(it, "default"), await anext(letters(), "x"))
    c = Countdown(2)
    print(aiter(c) is c, await anext(c), await anext(c), await anext(c, None))
    print([n async for n in Countdown(3)])
    async for n in Countdown(2):
        print("n", n)
    for wrong in (lambda: aiter([]), lambda: anext([]), lambda: anext(5, 1), lambda: aiter(Bad())):
        try:
            wrong()
        except TypeError as error:
            print(error)


class Bad:
    def __aiter__(self):
        return 5


run(main())
