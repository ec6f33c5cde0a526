# Twenty requests of a second each: all at once, through a connector of five connections, behind a semaphore of ten.
import asyncio
import time

import aiohttp

URL = "https://httpbin.org/delay/1"


async def fetch(session, n):
    async with session.get(URL, params={"n": n}) as answer:
        return (await answer.json())["args"]["n"]


async def timed(work):
    start = time.perf_counter()
    await work
    return time.perf_counter() - start


async def all_of(connector=None, gate=None):
    async with aiohttp.ClientSession(connector=connector) as session:

        async def one(n):
            if gate is None:
                return await fetch(session, n)
            async with gate:
                return await fetch(session, n)

        return await asyncio.gather(*[one(n) for n in range(20)])


async def main():
    print(1 < await timed(all_of()) < 1.7)
    print(4 < await timed(all_of(aiohttp.TCPConnector(limit=5))) < 5.5)
    print(2 < await timed(all_of(gate=asyncio.Semaphore(10))) < 3)
    print(await all_of() == [str(n) for n in range(20)])
    async with aiohttp.ClientSession() as session:
        task = asyncio.create_task(fetch(session, 1))
        await asyncio.sleep(0.5)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled")
        for done in asyncio.as_completed([session.get(f"https://httpbin.org/delay/{n}") for n in (3, 1, 2)]):
            answer = await done
            print(answer.url)


asyncio.run(main())
