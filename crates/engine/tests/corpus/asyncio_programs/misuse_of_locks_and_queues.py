import asyncio


def attempt(call, *args):
    try:
        call(*args)
    except Exception as error:
        print(type(error).__name__, ":", error)


async def main():
    attempt(asyncio.Lock().release)
    attempt(asyncio.BoundedSemaphore(1).release)
    attempt(asyncio.Semaphore, -1)
    attempt(asyncio.Barrier, 0)
    attempt(asyncio.Queue().task_done)
    attempt(asyncio.Queue().get_nowait)
    attempt(asyncio.Condition().notify)
    attempt(lambda: asyncio.Lock(loop=None))
    attempt(lambda: asyncio.Queue(loop=None))
    try:
        with asyncio.Lock():
            print("not here")
    except TypeError as error:
        print("TypeError :", error)
    fut = asyncio.get_running_loop().create_future()
    fut.set_result(1)
    attempt(fut.set_result, 2)
    attempt(fut.set_exception, ValueError())
    fut = asyncio.Future()
    attempt(fut.set_exception, StopIteration)
    attempt(fut.exception)
    fut.cancel()


asyncio.run(main())
lock = asyncio.Lock()


async def contend():
    async def hold():
        async with lock:
            await asyncio.sleep(0.01)

    await asyncio.gather(hold(), hold())


asyncio.run(contend())
try:
    asyncio.run(contend())
except RuntimeError as error:
    print(str(error).replace(hex(id(lock)), "ADDRESS"))
