import asyncio


async def producer(queue):
    for n in range(6):
        await queue.put(n)
        print(f"put {n}, size {queue.qsize()}, full {queue.full()}")
    print("producer is through")


async def consumer(queue):
    for _ in range(6):
        await asyncio.sleep(0.03)
        item = await queue.get()
        print(f"got {item}, size {queue.qsize()}")
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumers = asyncio.create_task(consumer(queue))
    await producer(queue)
    await queue.join()
    await consumers
    print("empty", queue.empty(), "maxsize", queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("QueueEmpty", repr(error))
    queue.put_nowait("a")
    queue.put_nowait("b")
    try:
        queue.put_nowait("c")
    except asyncio.QueueFull as error:
        print("QueueFull", repr(error))
    print(queue)


asyncio.run(main())
