import asyncio


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def patient(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def stubborn():
    try:
        await asyncio.sleep(1)
    finally:
        raise KeyError("while leaving")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(patient("a"))
            group.create_task(fail(0.05, ValueError("first")))
            group.create_task(stubborn())
            await asyncio.sleep(1)
            print("never here")
    except ExceptionGroup as errors:
        print(errors, [repr(error) for error in errors.exceptions])
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(patient("b"))
            await asyncio.sleep(0.01)
            raise TypeError("in the block")
    except* TypeError as errors:
        print("only", errors.exceptions, task.cancelled())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0, ValueError("v")))
            group.create_task(fail(0, OSError("o")))
    except* ValueError as errors:
        print("values", errors.exceptions)
    except* OSError as errors:
        print("systems", errors.exceptions)

    async def outer():
        async with asyncio.TaskGroup() as group:
            group.create_task(patient("c"))
            await asyncio.sleep(1)

    task = asyncio.create_task(outer())
    await asyncio.sleep(0.02)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("outside:", error.args, task.cancelled())


asyncio.run(main())
