import asyncio


async def worker(name, lock):
    print(name, "wants the lock, locked:", lock.locked())
    await lock.acquire()
    try:
        print(name, "has it")
        await asyncio.sleep(0.02)
    finally:
        lock.release()
        print(name, "released it")


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(worker(name, lock), name=name) for name in "abcd"]
    await asyncio.sleep(0.01)
    print(str(lock).partition("[")[2])
    tasks[1].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([repr(result) for result in results])
    print(str(lock).partition("[")[2])
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
