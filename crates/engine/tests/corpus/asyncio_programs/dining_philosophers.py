import asyncio


async def philosopher(n, forks, log):
    left, right = forks[n], forks[(n + 1) % len(forks)]
    first, second = (left, right) if n % 2 else (right, left)
    for _ in range(2):
        async with first:
            await asyncio.sleep(0.01)
            async with second:
                log.append(n)
                await asyncio.sleep(0.01)


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    log = []
    await asyncio.wait_for(asyncio.gather(*(philosopher(n, forks, log) for n in range(5))), 2)
    print(sorted(log))


asyncio.run(main())
