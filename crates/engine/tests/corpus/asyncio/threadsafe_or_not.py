import asyncio
import threading
import time


def producer(loop, queue, count):
    for number in range(count):
        time.sleep(0.02)
        loop.call_soon_threadsafe(queue.put_nowait, number)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    thread = threading.Thread(target=producer, args=(loop, queue, 4))
    thread.start()
    while (item := await queue.get()) is not None:
        print("received", item)
    thread.join()
    event = asyncio.Event()
    timer = threading.Timer(0.05, loop.call_soon_threadsafe, [event.set])
    timer.start()
    await event.wait()
    print("set from a thread")

    def ask():
        future = asyncio.run_coroutine_threadsafe(answer(), loop)
        return future.result(timeout=5)

    async def answer():
        await asyncio.sleep(0.01)
        return 42

    print(await loop.run_in_executor(None, ask))
    results = await asyncio.gather(*(asyncio.to_thread(ask) for _ in range(3)))
    print(results)

    def fails():
        raise KeyError("in the thread")

    try:
        await asyncio.to_thread(fails)
    except KeyError as error:
        print("raised", error)
    slow = loop.run_in_executor(None, time.sleep, 0.1)
    try:
        await asyncio.wait_for(slow, 0.02)
    except asyncio.TimeoutError:
        print("not waited for", slow.cancelled())


asyncio.run(main())
