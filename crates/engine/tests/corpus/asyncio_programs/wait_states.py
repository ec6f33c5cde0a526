import asyncio


async def job(n, fail=False):
    await asyncio.sleep(n * 0.06)
    if fail:
        raise ZeroDivisionError(n)
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start(*plan):
    return [asyncio.create_task(job(n, fail), name=f"job{n}") for n, fail in plan]


async def main():
    tasks = start((1, False), (2, False), (3, False))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending, timeout=0.08)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending)
    print(names(done), pending)
    tasks = start((1, False), (2, True), (5, False))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    for task in sorted(done, key=asyncio.Task.get_name):
        print(task.get_name(), repr(task.exception()))
    for task in pending:
        task.cancel()
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    results = {task.get_name(): task for task in tasks}
    await asyncio.sleep(0)
    print(results["job5"].cancelled())


asyncio.run(main())
