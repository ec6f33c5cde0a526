import asyncio


async def main():
    condition = asyncio.Condition()
    condition.notify_all()


asyncio.run(main())
