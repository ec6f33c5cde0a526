import asyncio


async def work(name, delay, error=None):
    await asyncio.sleep(delay)
    if error is not None:
        raise error
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def make(*specs):
    return [asyncio.create_task(work(*spec), name=spec[0]) for spec in specs]


async def main():
    tasks = make(("a", 0.02), ("b", 0.06), ("c", 0.1))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("first completed", names(done), names(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.06)
    print("timeout", names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print("all", names(done), names(pending))
    tasks = make(("d", 0.09), ("e", 0.03, OSError("disk")), ("f", 0.01))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print("first exception", names(done), names(pending))
    for task in sorted(done, key=lambda task: task.get_name()):
        print(task.get_name(), repr(task.exception()))
    for task in pending:
        task.cancel()
    print(await asyncio.gather(*pending, return_exceptions=True))
    print(await asyncio.wait({asyncio.ensure_future(asyncio.sleep(0))}) != None)
    coroutine = work("g", 0)
    for arguments, options in (
        ((coroutine,), {}),
        (([],), {}),
        (([coroutine],), {}),
        ((tasks,), {"return_when": "SOME"}),
        ((tasks[0],), {}),
    ):
        try:
            await asyncio.wait(*arguments, **options)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    coroutine.close()


asyncio.run(main())
