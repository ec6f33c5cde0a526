import asyncio


async def work(name, delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        raise RuntimeError(name)
    return name


async def main():
    for next_one in asyncio.as_completed([work("slow", 0.09), work("fast", 0.01), work("mid", 0.05)]):
        print(await next_one)
    for next_one in asyncio.as_completed([work("ok", 0.05), work("bad", 0.02, True)]):
        try:
            print(await next_one)
        except RuntimeError as error:
            print("failed:", error)
    tasks = [asyncio.create_task(work(str(n), 0.02 * n)) for n in (3, 1, 2)]
    try:
        for next_one in asyncio.as_completed(tasks, timeout=0.05):
            print("task", await next_one)
    except asyncio.TimeoutError:
        print("no more time", [task.done() for task in tasks])
    await asyncio.wait(tasks)
    try:
        list(asyncio.as_completed(tasks[0]))
    except TypeError as error:
        print(error)


asyncio.run(main())
