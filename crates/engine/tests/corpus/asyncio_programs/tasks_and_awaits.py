import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)
    return what.upper()


async def main():
    task1 = asyncio.create_task(say_after(0.1, "hello"))
    task2 = asyncio.create_task(say_after(0.2, "world"))
    start = time.perf_counter()
    print("both are started, neither has run:", task1.done(), task2.done())
    print(await task1)
    print(await task2)
    took = time.perf_counter() - start
    print("took about", round(took, 1))
    print(task1.done(), task1.result(), task2.cancelled(), task2.exception())


asyncio.run(main())
