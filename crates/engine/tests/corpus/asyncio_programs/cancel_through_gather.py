import asyncio


async def child(n):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("child", n, "cancelled")
        raise


async def main():
    children = asyncio.gather(*(child(n) for n in range(3)))
    await asyncio.sleep(0.01)
    children.cancel()
    try:
        await children
    except asyncio.CancelledError:
        print("gather cancelled", children.cancelled())

    async def parent():
        await asyncio.gather(child("x"), child("y"))

    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    async def cancels_itself():
        asyncio.current_task().cancel()
        print("still running")
        await asyncio.sleep(0)
        print("never")

    print(await asyncio.gather(cancels_itself(), asyncio.sleep(0, "other"), return_exceptions=True))


asyncio.run(main())
