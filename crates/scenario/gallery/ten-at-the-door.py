# Forty-nine fetches on one loop, but a semaphore lets only so many through at a time.
import asyncio
import time

FETCHES = 49  #@param {type:"slider", min:1, max:100}
DOOR = 10  #@param {type:"slider", min:1, max:50}
FETCH_S = 1.0  #@param {type:"number", min:0.1, max:5, step:0.1}

waves = {}


async def fetch(page, door, start):
    async with door:
        wave = round((time.perf_counter() - start) / FETCH_S)
        waves[wave] = waves.get(wave, 0) + 1
        await asyncio.sleep(FETCH_S)  # stands for a request over the network
        return page


async def main():
    door = asyncio.Semaphore(DOOR)
    start = time.perf_counter()
    pages = await asyncio.gather(*(fetch(n, door, start) for n in range(FETCHES)))
    print(len(pages), "pages, first", pages[0], "last", pages[-1])
    for wave, count in sorted(waves.items()):
        print(f"wave {wave + 1}: {count} inside")
    print(f"{time.perf_counter() - start:.1f} s")


asyncio.run(main())
