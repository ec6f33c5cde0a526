import asyncio
import re


def shown(thing):
    text = re.sub(r"0x[0-9a-f]+", "ADDRESS", repr(thing))
    return re.sub(r"(defined|running) at .*?(\w+\.py):(\d+)", r"\1 at FILE:\3", text)


async def job():
    await asyncio.sleep(0.02)
    return [1, 2]


async def fails():
    raise ValueError("x" * 3)


async def main():
    fut = asyncio.get_running_loop().create_future()
    print(shown(fut))
    fut.set_result("ok")
    print(shown(fut))
    task = asyncio.create_task(job(), name="Job")
    print(shown(task))
    await asyncio.sleep(0)
    print(shown(task))
    await task
    print(shown(task))
    bad = asyncio.create_task(fails(), name="Bad")
    await asyncio.wait([bad])
    print(shown(bad))
    gone = asyncio.create_task(job(), name="Gone")
    gone.cancel()
    print(shown(gone))
    await asyncio.wait([gone])
    print(shown(gone))
    for thing in (asyncio.Queue(3), asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), asyncio.Condition()):
        print(shown(thing))


asyncio.run(main())
