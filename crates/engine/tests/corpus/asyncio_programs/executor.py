import asyncio
import concurrent.futures
import threading
import time


def blocking(n):
    time.sleep(0.1)
    return n * 10


def who():
    return threading.current_thread().name


async def main():
    loop = asyncio.get_running_loop()
    before = loop.time()
    results = await asyncio.gather(*(loop.run_in_executor(None, blocking, n) for n in range(4)))
    print(results, "took", round(loop.time() - before, 1))
    print((await loop.run_in_executor(None, who)).rpartition("_")[0], threading.current_thread().name)
    with concurrent.futures.ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        before = loop.time()
        futures = [loop.run_in_executor(pool, blocking, n) for n in range(4)]
        for future in asyncio.as_completed(futures):
            await future
        print("two at a time:", round(loop.time() - before, 1))
        print(await loop.run_in_executor(pool, who))

    def fails():
        raise PermissionError("no")

    try:
        await loop.run_in_executor(None, fails)
    except PermissionError as error:
        print("caught", error)
    print(await asyncio.to_thread(blocking, 7), await asyncio.to_thread(sum, [1, 2], start=3))


asyncio.run(main())
