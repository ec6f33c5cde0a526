import asyncio


async def work(event):
    await event


async def main():
    loop = asyncio.get_running_loop()
    event = loop.create_future()
    task = asyncio.create_task(work(event), name="worker")
    print(task.get_name(), task)
    await asyncio.sleep(0)
    print(task)
    task.set_name(42)
    print(task.get_name(), repr(event))
    waiting = asyncio.gather(task)
    await asyncio.sleep(0)
    print(task)
    task.cancel()
    print(task)
    await asyncio.gather(waiting, return_exceptions=True)
    print(task)
    good = asyncio.create_task(asyncio.sleep(0, {"a": 1}))
    print(await good, good.get_coro().__name__)
    print(str(good)[:30])
    unnamed = [asyncio.create_task(asyncio.sleep(0)) for _ in range(2)]
    print(int(unnamed[1].get_name()[5:]) - int(unnamed[0].get_name()[5:]))
    print(asyncio.current_task().get_name(), asyncio.current_task() in asyncio.all_tasks())
    print(sorted(len(task.get_name()) > 0 for task in asyncio.all_tasks()))
    await asyncio.wait(unnamed)
    handle = loop.call_soon(print, "never", 1)
    print(handle)
    handle.cancel()
    print(handle)

    def named(a, b):
        pass

    print(loop.call_soon(named, 1, "two"))
    print(loop)


asyncio.run(main())
