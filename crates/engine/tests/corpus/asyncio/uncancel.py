import asyncio


async def patient():
    for attempt in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            me = asyncio.current_task()
            print("asked to stop", attempt, error.args, me.cancelling())
            if attempt == 2:
                raise
    return "never"


async def cancels_itself():
    asyncio.current_task().cancel("by myself")
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("now cancelled", error.args)
        return asyncio.current_task().uncancel()


async def returns_with_a_request():
    asyncio.current_task().cancel()
    return "result"


async def main():
    task = asyncio.create_task(patient())
    for number in range(3):
        await asyncio.sleep(0.01)
        print(task.cancel(f"request {number}"))
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelling(), task.uncancel())
    print(await asyncio.create_task(cancels_itself()))
    task = asyncio.create_task(returns_with_a_request())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled though it returned", task.cancelled())
    task = asyncio.create_task(patient())
    task.cancel()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(task.cancelled(), task.cancelling())
    waiter = asyncio.get_running_loop().create_future()

    async def chain(depth):
        if depth == 0:
            await waiter
        else:
            await chain(depth - 1)

    task = asyncio.create_task(chain(3))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(waiter.cancelled())


asyncio.run(main())
