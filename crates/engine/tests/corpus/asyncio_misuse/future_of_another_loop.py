import asyncio


other = asyncio.new_event_loop()
future = other.create_future()


async def main():
    await future


asyncio.run(main())
