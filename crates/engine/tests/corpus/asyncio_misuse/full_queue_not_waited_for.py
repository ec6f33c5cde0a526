import asyncio


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    queue.put_nowait(2)


asyncio.run(main())
