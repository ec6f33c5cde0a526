import asyncio


async def work():
    pass


async def main():
    async with asyncio.TaskGroup() as group:
        pass
    coroutine = work()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error).partition("> ")[2])
        raise ValueError("too late") from None
    finally:
        coroutine.close()


asyncio.run(main())
