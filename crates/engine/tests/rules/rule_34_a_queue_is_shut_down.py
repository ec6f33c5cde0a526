import asyncio


async def get(queue, name):
    try:
        print(name, await queue.get())
    except Exception as error:
        print(name, type(error).__name__)


async def main():
    queue = asyncio.Queue(1)
    getters = [asyncio.ensure_future(get(queue, name)) for name in "abc"]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    await asyncio.sleep(0)
    if not hasattr(queue, "shutdown"):
        for getter in getters:
            getter.cancel()
        return
    queue.shutdown()
    await asyncio.gather(*getters)
    for call in (lambda: queue.put_nowait(2), queue.get_nowait):
        try:
            call()
        except asyncio.QueueShutDown as error:
            print("shut down", repr(error))
    print(str(queue))
    other = asyncio.Queue()
    for number in range(3):
        other.put_nowait(number)
    other.shutdown()
    print(await other.get(), other.qsize())
    other.shutdown(immediate=True)
    print(other.qsize())
    other.task_done()
    await other.join()


asyncio.run(main())
