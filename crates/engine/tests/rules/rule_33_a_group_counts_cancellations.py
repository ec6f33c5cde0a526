import asyncio


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def outer():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0.01))
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                await asyncio.sleep(0.05)
                raise
    finally:
        print("cancelling", asyncio.current_task().cancelling())


async def main():
    task = asyncio.ensure_future(outer())
    await asyncio.sleep(0.03)
    task.cancel()
    try:
        await task
    except BaseException as error:
        print(type(error).__name__, error.args)


asyncio.run(main())
