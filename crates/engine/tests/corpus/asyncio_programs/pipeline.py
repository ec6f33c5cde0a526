import asyncio


async def stage(name, source, target, change):
    while True:
        item = await source.get()
        if item is None:
            await target.put(None)
            print(name, "ends")
            return
        await asyncio.sleep(0.01)
        await target.put(change(item))


async def main():
    first, second, third = (asyncio.Queue(2) for _ in range(3))
    stages = [
        asyncio.create_task(stage("double", first, second, lambda n: n * 2)),
        asyncio.create_task(stage("label", second, third, lambda n: f"<{n}>")),
    ]

    async def feed():
        for n in range(5):
            await first.put(n)
        await first.put(None)

    feeder = asyncio.create_task(feed())
    out = []
    while (item := await third.get()) is not None:
        out.append(item)
    await asyncio.gather(feeder, *stages)
    print(out)


asyncio.run(main())
