import asyncio
async def coro(n):
    print("start", n)
    await asyncio.sleep(0.01)
    if n == 2: raise ValueError("two")
    return n
async def main():
    tasks = [asyncio.create_task(coro(i)) for i in range(4)]
    try:
        results = await asyncio.gather(*tasks)
    except ValueError as e:
        print("error", e)
    for t in tasks:
        print(t.done(), t.cancelled(), t.exception() if t.done() and not t.cancelled() else None)
    lock = asyncio.Lock()
    sem = asyncio.Semaphore(2)
    active = 0
    async def limited(i):
        nonlocal active
        async with sem:
            active += 1
            print("in", i, active)
            await asyncio.sleep(0.02)
            active -= 1
    await asyncio.gather(*(limited(i) for i in range(5)))
    cond = asyncio.Condition()
    async def consumer(n):
        async with cond:
            await cond.wait()
            print("consumer", n)
    cs = [asyncio.create_task(consumer(i)) for i in range(3)]
    await asyncio.sleep(0.01)
    async with cond:
        cond.notify(1)
    await asyncio.sleep(0.01)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*cs)
    ev = asyncio.Event()
    async def waiter(n):
        await ev.wait()
        print("event", n)
    ws = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    ev.set()
    await asyncio.gather(*ws)
    try:
        async with asyncio.timeout(0.05):
            await asyncio.sleep(1)
    except TimeoutError as e:
        print("timeout", repr(e))
    try:
        async with asyncio.TaskGroup() as tg:
            t1 = tg.create_task(coro(2))
            t2 = tg.create_task(coro(3))
    except* ValueError as eg:
        print("group", eg.exceptions, t2.cancelled())
    q = asyncio.Queue(maxsize=2)
    async def prod():
        for i in range(5):
            await q.put(i)
            print("put", i, q.qsize())
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None:
            print("got", x)
            await asyncio.sleep(0.01)
    await asyncio.gather(prod(), cons())
asyncio.run(main())
