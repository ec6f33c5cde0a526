import asyncio
import atexit

atexit.register(print, "atexit")


async def generator():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0.01)
        print("generator finalised")


async def background():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        print("background cancelled")


async def main():
    asyncio.create_task(background())
    stream = generator()
    async for item in stream:
        print(item)
        break
    await asyncio.sleep(0.01)
    print("main ends")
    return stream


kept = asyncio.run(main())
print("run returned")
