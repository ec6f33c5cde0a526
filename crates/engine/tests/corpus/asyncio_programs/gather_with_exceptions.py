import asyncio


async def job(n):
    await asyncio.sleep(0.05 * n)
    if n == 2:
        raise ValueError(f"job {n} is broken")
    print("job", n, "finished")
    return n


async def main():
    results = await asyncio.gather(*[job(n) for n in range(4)], return_exceptions=True)
    for n, result in enumerate(results):
        if isinstance(result, Exception):
            print(n, "failed:", repr(result))
        else:
            print(n, "gave", result)
    print("---")
    try:
        await asyncio.gather(*[job(n) for n in range(4)])
    except ValueError as error:
        print("caught", error)
    print("the others go on")
    await asyncio.sleep(0.1)


asyncio.run(main())
