import asyncio


async def work():
    pass


asyncio.run(5)
