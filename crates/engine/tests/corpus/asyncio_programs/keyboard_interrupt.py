import asyncio


async def ticking():
    try:
        while True:
            print("tick")
            await asyncio.sleep(0.05)
    finally:
        print("ticking ends")


async def main():
    task = asyncio.create_task(ticking())
    await asyncio.sleep(0.12)
    raise KeyboardInterrupt


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
