# Ten coroutines that await asyncio.sleep: each lets go of the loop while it waits.
import asyncio
import time

JOBS = 10  #@param {type:"slider", min:1, max:200}
JOB_S = 0.5  #@param {type:"number", min:0.1, max:2, step:0.1}


async def job(n):
    await asyncio.sleep(JOB_S)
    return n


async def main():
    return await asyncio.gather(*(job(n) for n in range(JOBS)))


start = time.perf_counter()
print(asyncio.run(main()))
print(f"{time.perf_counter() - start:.1f} s")
