import asyncio


async def square(n):
    await asyncio.sleep((5 - n) * 0.03)
    print("squared", n)
    return n * n


async def main():
    results = await asyncio.gather(*(square(n) for n in range(5)))
    print(results)
    nested = await asyncio.gather(
        asyncio.gather(square(1), square(2)),
        square(3),
        asyncio.sleep(0.01, result="slept"),
    )
    print(nested)
    print(await asyncio.gather())


asyncio.run(main())
