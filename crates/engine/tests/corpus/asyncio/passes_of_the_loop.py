"""Rule 31: how many passes of the loop go by until an awaiter resumes."""
import asyncio

ticks = []


async def ticker(count):
    for number in range(count):
        ticks.append(number)
        await asyncio.sleep(0)


async def nothing():
    pass


async def measure(name, make):
    ticks.clear()
    task = asyncio.create_task(ticker(12))
    await asyncio.sleep(0)
    before = len(ticks)
    await make()
    print(name, len(ticks) - before)
    await task


async def main():
    loop = asyncio.get_running_loop()

    async def later():
        future = loop.create_future()
        loop.call_soon(future.set_result, None)
        await future

    async def done_already():
        future = loop.create_future()
        future.set_result(None)
        await future

    async def two_sleeps():
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    await measure("coroutine", nothing)
    await measure("sleep(0)", lambda: asyncio.sleep(0))
    await measure("task", lambda: asyncio.create_task(nothing()))
    await measure("gather of one", lambda: asyncio.gather(nothing()))
    await measure("gather of three", lambda: asyncio.gather(nothing(), nothing(), nothing()))
    await measure("wait", lambda: asyncio.wait([asyncio.create_task(nothing())]))
    await measure("wait_for", lambda: asyncio.wait_for(nothing(), 5))
    await measure("wait_for without a timeout", lambda: asyncio.wait_for(nothing(), None))
    await measure("shield", lambda: asyncio.shield(nothing()))
    await measure("future", later)
    await measure("future that is done", done_already)
    await measure("two sleeps", two_sleeps)
    await measure("task of two sleeps", lambda: asyncio.create_task(two_sleeps()))
    await measure("gather in a task", lambda: asyncio.create_task(later()))


asyncio.run(main())
