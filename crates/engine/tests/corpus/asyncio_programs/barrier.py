import asyncio


async def runner(name, barrier, delay):
    await asyncio.sleep(delay)
    print(name, "arrives;", barrier.n_waiting, "wait")
    position = await barrier.wait()
    return name, position


async def main():
    barrier = asyncio.Barrier(3)
    print(repr(barrier).partition(" [")[2], barrier.parties)
    results = await asyncio.gather(
        runner("a", barrier, 0.15), runner("b", barrier, 0.05), runner("c", barrier, 0.1)
    )
    print(results)

    async def with_block(n):
        async with barrier as position:
            return position

    print(sorted(await asyncio.gather(*(with_block(n) for n in range(6)))))
    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0.01)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError as error:
        print("broken:", error, barrier.broken)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print("broken:", error)
    await barrier.reset()
    print(barrier.broken, repr(barrier).partition(" [")[2])


asyncio.run(main())
