import asyncio


async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print(f"Task {name}: Compute factorial({number}), currently i={i}...")
        await asyncio.sleep(0.03)
        f *= i
    print(f"Task {name}: factorial({number}) = {f}")
    return f


async def main():
    tasks = [asyncio.ensure_future(factorial(name, n)) for name, n in (("A", 2), ("B", 3), ("C", 4))]
    print(await asyncio.gather(*tasks))
    same = asyncio.create_task(factorial("D", 2))
    print(await asyncio.gather(same, same, same))


asyncio.run(main())
