import asyncio


async def inner():
    return 1


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    finally:
        coroutine.close()


asyncio.run(main())
