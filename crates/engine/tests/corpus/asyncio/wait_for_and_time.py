import asyncio
import time


async def slow(delay):
    try:
        await asyncio.sleep(delay)
        return f"slept {delay}"
    except asyncio.CancelledError:
        print("cancelled inside")
        raise


async def cleans_up():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.05)
        print("cleaned up")


async def refuses():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "refused"


async def fails_when_cancelled():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError("instead")


async def main():
    start = time.monotonic()

    def passed():
        return round(time.monotonic() - start, 1)

    print(await asyncio.wait_for(slow(0.05), 1))
    for make, timeout in ((slow, 0.1), (slow, 0), (slow, -1)):
        try:
            await asyncio.wait_for(make(5), timeout)
        except asyncio.TimeoutError as error:
            print("timed out", repr(error), repr(error.__cause__), passed())
    try:
        await asyncio.wait_for(cleans_up(), 0.1)
    except TimeoutError:
        print("timed out", passed())
    print(await asyncio.wait_for(refuses(), 0.05))
    try:
        await asyncio.wait_for(fails_when_cancelled(), 0.05)
    except KeyError as error:
        print("raised", error)
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.02)
    except asyncio.TimeoutError:
        print("future cancelled:", future.cancelled())
    task = asyncio.create_task(slow(0.2))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.05)
    except asyncio.TimeoutError:
        print("the shielded one runs on:", not task.done())
    print(await task)
    outer = asyncio.create_task(asyncio.wait_for(slow(5), 5))
    await asyncio.sleep(0.02)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("wait_for was cancelled")
    done = asyncio.create_task(asyncio.sleep(0, "done"))
    await done
    print(await asyncio.wait_for(done, 0))


asyncio.run(main())
