import asyncio


async def child():
    print("child")
    await asyncio.sleep(0)
    print("child again")


async def main():
    task = asyncio.create_task(child())
    print("made")
    await asyncio.sleep(0)
    print("after one pass")
    await task
    if hasattr(asyncio, "eager_task_factory"):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        task = asyncio.create_task(child())
        print("made eagerly")
        await task


asyncio.run(main())
