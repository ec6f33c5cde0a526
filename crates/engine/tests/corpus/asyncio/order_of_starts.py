"""Rule 32: a task runs no earlier than the next yield of the task that made it; ready ones run in order."""
import asyncio


async def child(name, turns):
    for turn in range(turns):
        print(f"{name} turn {turn}")
        await asyncio.sleep(0)
    print(f"{name} is done")
    return name


async def main():
    print("make")
    first = asyncio.create_task(child("first", 2))
    second = asyncio.create_task(child("second", 1))
    print("made, nothing ran")
    direct = await child("direct", 1)
    print(direct, first.done(), second.done())
    print(await first, await second)
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback")
    third = asyncio.create_task(child("third", 0))
    loop.call_soon(print, "another callback")
    await asyncio.sleep(0)
    print("back in main", third.done())


asyncio.run(main())
