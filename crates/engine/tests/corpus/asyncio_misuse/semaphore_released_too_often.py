import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    async with semaphore:
        print("held")
    semaphore.release()


asyncio.run(main())
