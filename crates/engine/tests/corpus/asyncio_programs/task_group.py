import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name, "is done")
    return name.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work("first", 0.1))
        second = group.create_task(work("second", 0.05), name="named")
        print("started", second.get_name())
        print(group)
    print("both have ended:", first.result(), second.result())
    async with asyncio.TaskGroup() as group:

        async def spawn(depth):
            print("depth", depth)
            if depth < 3:
                group.create_task(spawn(depth + 1))
            await asyncio.sleep(0.01)

        group.create_task(spawn(0))
    print("the whole family is through")
    try:
        group.create_task(None)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
