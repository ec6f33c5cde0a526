import asyncio


async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)


async def no_wait(name):
    print(name, "runs through")


async def main():
    await asyncio.gather(count("a", 3), count("b", 2), no_wait("c"), count("d", 1))
    print("---")
    task = asyncio.create_task(count("task", 2))
    print("before")
    await asyncio.sleep(0)
    print("between")
    await no_wait("direct")
    await task
    print("after")


asyncio.run(main())
