import asyncio
import time


async def fetch(name, delay):
    print("fetching", name)
    await asyncio.sleep(delay)
    return name


async def main():
    start = time.perf_counter()
    for name in "ab":
        print("got", await fetch(name, 0.1))
    print(f"one by one: {time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    print(await asyncio.gather(fetch("c", 0.1), fetch("d", 0.1)))
    print(f"together: {time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    tasks = [asyncio.create_task(fetch(name, 0.1)) for name in "ef"]
    for task in tasks:
        print("got", await task)
    print(f"tasks: {time.perf_counter() - start:.1f} s")


asyncio.run(main())
