import asyncio
import random
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def drain(queue):
    names = []
    while not queue.empty():
        names.append(await queue.get())
        queue.task_done()
    return names


async def main():
    jobs = [Job(3, "tidy"), Job(1, "breathe"), Job(2, "eat"), Job(1, "drink")]
    urgent = asyncio.PriorityQueue()
    stack = asyncio.LifoQueue()
    for job in jobs:
        await urgent.put(job)
        await stack.put(job.name)
    print([job.priority for job in await drain(urgent)])
    print(await drain(stack))
    pairs = asyncio.PriorityQueue()
    for pair in [(2, "b"), (1, "a"), (3, "c"), (1, "A")]:
        pairs.put_nowait(pair)
    print(pairs.qsize(), await drain(pairs))
    mixed = asyncio.PriorityQueue()
    mixed.put_nowait((1, {}))
    try:
        mixed.put_nowait((1, {}))
    except TypeError as error:
        print(error)


asyncio.run(main())
