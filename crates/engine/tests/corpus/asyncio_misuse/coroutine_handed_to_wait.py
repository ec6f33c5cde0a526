import asyncio


async def work():
    await asyncio.sleep(0.01)


async def main():
    coroutine = work()
    try:
        await asyncio.wait([coroutine])
    finally:
        coroutine.close()


asyncio.run(main())
