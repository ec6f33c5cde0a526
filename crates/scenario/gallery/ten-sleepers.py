# Ten coroutines on one thread: while one sleeps, the loop runs the others.
import asyncio
import time

TASKS = 10  #@param {type:"slider", min:1, max:200}
PAUSE_S = 1.0  #@param {type:"number", min:0.1, max:5, step:0.1}


async def nap(n):
    print("task", n, "lies down")
    await asyncio.sleep(PAUSE_S)
    print("task", n, "is up")


async def main():
    start = time.perf_counter()
    await asyncio.gather(*(nap(n) for n in range(1, TASKS + 1)))
    print(f"all up after {time.perf_counter() - start:.1f} s")


asyncio.run(main())
