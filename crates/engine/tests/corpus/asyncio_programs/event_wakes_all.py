import asyncio


async def waiter(name, event):
    print(name, "waits")
    print(name, "woke with", await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(f"w{i}", event)) for i in range(3)]
    await asyncio.sleep(0.05)
    print(repr(event).partition(" [")[2])
    print("set:", event.is_set())
    event.set()
    print("set was called")
    await asyncio.gather(*tasks)
    print(await event.wait())
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.05)
    except asyncio.TimeoutError:
        print("nobody set it again")


asyncio.run(main())
