import asyncio
from functools import partial


def report(label, task):
    if task.cancelled():
        print(label, task.get_name(), "was cancelled")
    elif task.exception():
        print(label, task.get_name(), "failed with", repr(task.exception()))
    else:
        print(label, task.get_name(), "gave", task.result())


async def job(n):
    await asyncio.sleep(0.03 * n)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    tasks = []
    for n in range(4):
        task = asyncio.create_task(job(n), name=f"job-{n}")
        task.add_done_callback(partial(report, "1:"))
        task.add_done_callback(partial(report, "2:"))
        tasks.append(task)
    await asyncio.sleep(0.08)
    tasks[3].cancel()
    await asyncio.wait(tasks)
    print("---")
    tasks[1].add_done_callback(partial(report, "late:"))
    print("not at once")
    await asyncio.sleep(0)


asyncio.run(main())
