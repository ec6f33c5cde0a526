import asyncio
import sys


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    return name


async def main():
    print(await asyncio.gather(work("slow", 0.04), work("quick", 0.02)))
    try:
        await asyncio.gather(fail(0.01), work("goes on", 0.03))
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(0.05)
    print(await asyncio.gather(fail(0.01), work("collected", 0.02), return_exceptions=True))
    tasks = [asyncio.ensure_future(work("waited", 0.05)), asyncio.ensure_future(fail(0.01))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), repr(done.pop().exception()))
    await pending.pop()
    done, pending = await asyncio.wait([asyncio.ensure_future(work("late", 0.05))], timeout=0.01)
    print(len(done), len(pending))
    await pending.pop()
    if sys.version_info >= (3, 11):
        coroutine = work("never", 0)
        try:
            await asyncio.wait([coroutine])
        except TypeError as error:
            print(error)
        coroutine.close()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(work("sibling", 1))
                group.create_task(fail(0.01))
        except BaseException as error:
            print(type(error).__name__, error.exceptions)


asyncio.run(main())
