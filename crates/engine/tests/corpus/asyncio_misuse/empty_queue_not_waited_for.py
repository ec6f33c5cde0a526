import asyncio


async def main():
    queue = asyncio.Queue(1)
    await queue.put(1)
    print(queue.get_nowait())
    queue.get_nowait()


asyncio.run(main())
