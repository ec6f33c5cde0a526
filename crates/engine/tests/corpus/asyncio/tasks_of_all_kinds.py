import asyncio
class Base(asyncio.Task):
    pass
async def f(x):
    await asyncio.sleep(0)
    return x
def factory(loop, coro, **kw):
    print("factory", coro.__name__)
    return asyncio.Task(coro, loop=loop, **kw)
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    t = asyncio.create_task(f(1))
    print(await t, await asyncio.gather(f(2), f(3)))
    loop.set_task_factory(None)
    b = Base(f(5), loop=loop)
    print(type(b).__name__, await b)
    async def waits_self():
        await me
    me = asyncio.create_task(waits_self())
    try:
        await me
    except RuntimeError as e:
        print(str(e)[:27])
    async def bad_yield():
        class A:
            def __await__(self):
                yield 42
        await A()
    try:
        await asyncio.create_task(bad_yield())
    except RuntimeError as e:
        print(e)
    other = asyncio.new_event_loop()
    fut = other.create_future()
    async def wait_other(): await fut
    try:
        await asyncio.create_task(wait_other())
    except RuntimeError as e:
        print("different loop" in str(e))
    other.close()
    c = f(1)
    await c
    try:
        await c
    except RuntimeError as e:
        print(e)
    t1 = asyncio.create_task(f("same"))
    print(await asyncio.gather(t1, t1))
    print(await asyncio.gather(*[f(i) for i in range(5)]))
    async def deep(n):
        if n == 0:
            await asyncio.sleep(0.001)
            return 0
        return 1 + await deep(n - 1)
    print(await deep(200))
    e = asyncio.get_running_loop().create_future()
    async def waiter(n):
        print("waiting", n)
        print(n, await e)
    ws = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    e.set_result("go")
    await asyncio.wait(ws)
    try:
        await asyncio.wait_for(asyncio.gather(asyncio.sleep(1), asyncio.sleep(2)), timeout=0.02)
    except asyncio.TimeoutError:
        print("gather timed out")
    async def quick(): return "q"
    print(await asyncio.wait_for(quick(), timeout=None), await asyncio.wait_for(quick(), 1))
    try:
        await asyncio.wait_for(asyncio.shield(t := asyncio.create_task(asyncio.sleep(0.05, "shielded"))), 0.01)
    except asyncio.TimeoutError:
        print("shield timeout", t.cancelled())
    print(await t)
asyncio.run(main())
