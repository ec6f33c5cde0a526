"""Rule 33: gather keeps the order of its arguments; the first failure goes on at once and the others run on."""
import asyncio


async def work(name, delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        print(name, "fails")
        raise ValueError(name)
    print(name, "ends")
    return name.upper()


async def main():
    print(await asyncio.gather(work("a", 0.06), work("b", 0.02), work("c", 0.04)))
    try:
        await asyncio.gather(work("d", 0.06), work("e", 0.02, True), work("f", 0.04, True))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.1)
    print(await asyncio.gather(work("g", 0.02, True), work("h", 0.01), return_exceptions=True))
    inner = asyncio.gather(work("i", 0.02), work("j", 0.01))
    print(await asyncio.gather(inner, work("k", 0.03)))
    print(await asyncio.gather(*[]))
    same = work("l", 0.01)
    print(await asyncio.gather(same, same))
    task = asyncio.create_task(work("m", 0.05))
    group = asyncio.gather(task, work("n", 0.01))
    await asyncio.sleep(0.02)
    task.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("a child was cancelled", group.cancelled(), group.done())
    print(group.exception if False else type(group).__name__)


asyncio.run(main())
