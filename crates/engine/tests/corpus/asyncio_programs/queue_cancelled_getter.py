import asyncio


async def get(queue, name):
    item = await queue.get()
    print(name, "got", item)
    return item


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(get(queue, "first"))
    second = asyncio.create_task(get(queue, "second"))
    await asyncio.sleep(0)
    print(queue._getters.__len__())
    queue.put_nowait("x")
    first.cancel()
    print(await asyncio.gather(first, second, return_exceptions=True))
    full = asyncio.Queue(1)
    full.put_nowait(1)
    putters = [asyncio.create_task(full.put(n)) for n in (2, 3)]
    await asyncio.sleep(0)
    print(str(full))
    putters[0].cancel()
    print(full.get_nowait(), await full.get())
    print(await asyncio.gather(*putters, return_exceptions=True), full.qsize())


asyncio.run(main())
