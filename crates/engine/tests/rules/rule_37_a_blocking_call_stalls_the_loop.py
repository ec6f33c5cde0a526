import asyncio
import time


async def ticks(start):
    for _ in range(3):
        await asyncio.sleep(0.1)
        print(f"tick at {time.monotonic() - start:.1f}")


async def main(block):
    start = time.monotonic()
    ticking = asyncio.ensure_future(ticks(start))
    await asyncio.sleep(0.05)
    if block:
        time.sleep(0.5)
    else:
        await asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.5)
    await ticking


asyncio.run(main(True))
asyncio.run(main(False))
