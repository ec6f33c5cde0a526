import asyncio


async def main():
    with asyncio.Lock():
        print("never")


asyncio.run(main())
