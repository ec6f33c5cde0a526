import asyncio


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.01)
        self.left -= 1
        return self.left


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.01)
            yield i
    finally:
        print("numbers closed")


async def main():
    async for n in Countdown(3):
        print("countdown", n)
    print([n async for n in numbers(4) if n % 2])
    print({n: n * n async for n in numbers(3)})
    stream = numbers(3)
    print(await anext(stream), await stream.__anext__())
    await stream.aclose()
    print(await anext(stream, "empty"))


asyncio.run(main())
