import asyncio

log = []


async def patient(semaphore, name):
    await semaphore.acquire()
    log.append(name)


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    waiters = [asyncio.ensure_future(patient(semaphore, name)) for name in "ab"]
    await asyncio.sleep(0)
    semaphore.release()
    late = asyncio.ensure_future(patient(semaphore, "late"))
    own = asyncio.ensure_future(asyncio.wait_for(patient(semaphore, "own"), 1))
    for _ in range(4):
        for _ in range(5):
            await asyncio.sleep(0)
        semaphore.release()
    await asyncio.gather(*waiters, late, own)
    print(log)
    lock = asyncio.Lock()
    await lock.acquire()
    waiter = asyncio.ensure_future(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    print("free:", not lock.locked())
    again = asyncio.ensure_future(lock.acquire())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("first in line:", waiter.done(), again.done())
    lock.release()
    await again
    condition = asyncio.Condition()

    async def told(name):
        async with condition:
            try:
                await condition.wait()
                print("told", name)
            except asyncio.CancelledError:
                print("cancelled", name)
                raise

    tasks = [asyncio.ensure_future(told(name)) for name in "xy"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    tasks[0].cancel()
    done, pending = await asyncio.wait(tasks, timeout=0.05)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.ensure_future(semaphore.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    semaphore.release()
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    print([task.done() for task in tasks], [task.cancelled() for task in tasks])
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
