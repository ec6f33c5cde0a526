import asyncio


async def main():
    lock = asyncio.Lock()
    async with lock:
        print("held")
    lock.release()


asyncio.run(main())
