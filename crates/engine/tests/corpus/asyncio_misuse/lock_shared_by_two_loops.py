import asyncio


lock = asyncio.Lock()


async def hold(seconds):
    async with lock:
        await asyncio.sleep(seconds)


async def main():
    await asyncio.gather(hold(0.01), hold(0.01))


asyncio.run(main())
asyncio.run(main())
