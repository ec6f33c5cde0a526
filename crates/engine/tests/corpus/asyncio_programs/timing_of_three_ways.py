import asyncio
import time


async def polite(n):
    await asyncio.sleep(0.1)
    return n


async def rude(n):
    time.sleep(0.1)
    return n


def timed(label, coroutine):
    before = time.perf_counter()
    result = asyncio.run(coroutine)
    print(f"{label}: {result} in {time.perf_counter() - before:.1f} s")


async def in_turn(work):
    return [await work(n) for n in range(3)]


async def together(work):
    return await asyncio.gather(*(work(n) for n in range(3)))


timed("polite in turn", in_turn(polite))
timed("polite together", together(polite))
timed("rude together", together(rude))
