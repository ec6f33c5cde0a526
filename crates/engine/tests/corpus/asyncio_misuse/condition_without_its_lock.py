import asyncio


async def main():
    condition = asyncio.Condition()
    await condition.wait()


asyncio.run(main())
