import asyncio


async def down(depth):
    if depth == 0:
        await asyncio.sleep(0.01)
        return 0
    return 1 + await down(depth - 1)


async def fails_below(depth):
    if depth == 0:
        await asyncio.sleep(0)
        raise ValueError("at the bottom")
    try:
        await fails_below(depth - 1)
    except ValueError as error:
        if depth == 3:
            raise LookupError("in the middle") from error
        raise


async def counts():
    for number in range(3):
        got = yield number
        if got:
            print("got", got)


async def main():
    print(await down(300))
    try:
        await fails_below(5)
    except LookupError as error:
        print(error, "|", error.__cause__)
    async for number in counts():
        print(number)
    generator = counts()
    print(await generator.__anext__(), await generator.asend("a value"))
    await generator.aclose()
    coroutine = down(1)
    print(coroutine.cr_running, coroutine.cr_frame is None)
    print(await coroutine, coroutine.cr_frame is None)

    class Chain:
        def __await__(self):
            return (yield from down(2).__await__())

    print(await Chain(), await asyncio.gather(Chain(), down(3)))


asyncio.run(main())
