import asyncio, sys, warnings
warnings.simplefilter("ignore")
V = sys.version_info[1]
passes = 0


def count(loop):
    global passes
    passes += 1
    loop.call_soon(count, loop)


async def nothing():
    pass


async def measure(label, make):
    await asyncio.sleep(0)
    before = passes
    await make()
    print(label, passes - before)


async def group():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(nothing())


async def event():
    event = asyncio.Event()
    asyncio.get_running_loop().call_soon(event.set)
    await event.wait()


async def queue():
    queue = asyncio.Queue()
    asyncio.get_running_loop().call_soon(queue.put_nowait, 1)
    await queue.get()


async def lock():
    lock = asyncio.Lock()
    await lock.acquire()
    asyncio.get_running_loop().call_soon(lock.release)
    await lock.acquire()


async def free_lock():
    async with asyncio.Lock():
        pass


async def semaphore():
    semaphore = asyncio.Semaphore(0)
    asyncio.get_running_loop().call_soon(semaphore.release)
    await semaphore.acquire()


async def future():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, 1)
    await future


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(count, loop)
    await measure("coroutine", nothing)
    await measure("sleep", lambda: asyncio.sleep(0))
    await measure("task", lambda: asyncio.create_task(nothing()))
    await measure("gather", lambda: asyncio.gather(nothing()))
    await measure("wait", lambda: asyncio.wait([asyncio.create_task(nothing())]))
    await measure("wait_for", lambda: asyncio.wait_for(nothing(), 1))
    await measure("shield", lambda: asyncio.shield(nothing()))
    if V >= 11:
        await measure("group", group)
    await measure("event", event)
    await measure("queue", queue)
    await measure("lock", lock)
    await measure("free lock", free_lock)
    await measure("semaphore", semaphore)
    await measure("future", future)


asyncio.run(main())
