import asyncio


async def consumer(condition, name, box):
    async with condition:
        print(name, "waits")
        await condition.wait()
        print(name, "got", box.pop(0), "locked:", condition.locked())


async def main():
    condition = asyncio.Condition()
    box = []
    tasks = [asyncio.create_task(consumer(condition, f"c{i}", box)) for i in range(4)]
    await asyncio.sleep(0.02)
    async with condition:
        box.append("one")
        condition.notify()
        print("notified one")
    await asyncio.sleep(0.02)
    async with condition:
        box += ["two", "three", "four"]
        condition.notify_all()
        print("notified all")
    await asyncio.gather(*tasks)
    count = 0

    async def counter():
        nonlocal count
        for _ in range(3):
            await asyncio.sleep(0.01)
            async with condition:
                count += 1
                condition.notify_all()

    task = asyncio.create_task(counter())
    async with condition:
        print(await condition.wait_for(lambda: count >= 2), count)
    await task
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
