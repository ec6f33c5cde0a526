import asyncio


async def worker(name, queue, log):
    while True:
        delay = await queue.get()
        await asyncio.sleep(delay)
        queue.task_done()
        log.append((name, delay))


async def main():
    queue = asyncio.Queue()
    for n in range(9):
        queue.put_nowait(0.03)
    log = []
    tasks = [asyncio.create_task(worker(f"worker-{i}", queue, log)) for i in range(3)]
    loop = asyncio.get_running_loop()
    started = loop.time()
    await queue.join()
    took = loop.time() - started
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results])
    print(sorted(name for name, _ in log))
    print(f"3 workers slept in parallel for {took:.1f} seconds")
    print(queue)


asyncio.run(main())
