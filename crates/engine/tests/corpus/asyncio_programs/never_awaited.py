import asyncio


async def forgotten():
    print("never printed")


async def main():
    forgotten()
    result = forgotten()
    print(type(result).__name__, asyncio.iscoroutine(result), asyncio.iscoroutinefunction(forgotten))
    result.close()
    print("main ends")


asyncio.run(main())
