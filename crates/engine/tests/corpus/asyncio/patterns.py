import asyncio, time, inspect
from contextlib import asynccontextmanager, suppress
@asynccontextmanager
async def resource(n):
    print("open", n)
    await asyncio.sleep(0)
    try:
        yield n
    finally:
        print("close", n)
class Timer:
    async def __aenter__(self):
        self.t = time.perf_counter(); return self
    async def __aexit__(self, *a):
        print(f"took some time")
def retry(times):
    def deco(f):
        async def wrapper(*a, **k):
            for i in range(times):
                try:
                    return await f(*a, **k)
                except OSError as e:
                    print("retry", i, e)
                    await asyncio.sleep(0.01 * 2 ** i)
            raise OSError("gave up")
        return wrapper
    return deco
n = 0
@retry(4)
async def flaky():
    global n
    n += 1
    if n < 3: raise OSError(n)
    return "ok"
async def periodic(interval, times):
    for i in range(times):
        yield i
        await asyncio.sleep(interval)
async def pipeline():
    async for x in periodic(0.01, 3):
        print("tick", x)
    print([x async for x in periodic(0, 3)], {x: x async for x in periodic(0, 2)})
async def main():
    async with Timer(), resource("a") as a:
        print(a, await flaky())
    await pipeline()
    bg = asyncio.create_task(asyncio.sleep(100))
    bg.cancel()
    with suppress(asyncio.CancelledError):
        await bg
    print(inspect.iscoroutinefunction(main), asyncio.iscoroutinefunction(flaky), inspect.isawaitable(bg))
    async def inner():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled inner")
            raise
        finally:
            print("finally inner")
    t = asyncio.create_task(inner())
    await asyncio.sleep(0.01)
    t.cancel()
    r = await asyncio.gather(t, return_exceptions=True)
    print(repr(r[0]))
    task_name = asyncio.current_task().get_name()
    print(task_name, len(asyncio.all_tasks()))
    futs = [asyncio.ensure_future(asyncio.sleep(0.01 * i, i)) for i in (3, 1, 2)]
    for f in futs: f.add_done_callback(lambda f: print("done", f.result()))
    await asyncio.wait(futs)
    await asyncio.sleep(0)
asyncio.run(main())
