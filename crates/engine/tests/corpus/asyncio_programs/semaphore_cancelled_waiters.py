import asyncio


async def use(semaphore, name, log):
    async with semaphore:
        log.append(name)
        await asyncio.sleep(0.02)


async def main():
    semaphore = asyncio.Semaphore(1)
    log = []
    tasks = [asyncio.create_task(use(semaphore, name, log)) for name in "abcde"]
    await asyncio.sleep(0)
    print(repr(semaphore).partition(" [")[2])
    tasks[1].cancel()
    tasks[3].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(log, [type(result).__name__ for result in results])
    print(repr(semaphore).partition(" [")[2])
    bounded = asyncio.BoundedSemaphore(2)
    await bounded.acquire()
    print(repr(bounded).partition(" [")[2])
    await bounded.acquire()
    print(bounded.locked())
    try:
        await asyncio.wait_for(bounded.acquire(), 0.02)
    except asyncio.TimeoutError:
        print("no unit")
    bounded.release()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
