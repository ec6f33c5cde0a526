import asyncio


async def work():
    return 1


async def main():
    coroutine = work()
    print(await coroutine)
    print(await coroutine)


asyncio.run(main())
