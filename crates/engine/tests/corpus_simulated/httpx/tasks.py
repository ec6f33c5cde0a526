import asyncio
import time

import httpx


async def main():
    async with httpx.AsyncClient() as client:
        start = time.perf_counter()
        answers = await asyncio.gather(*[client.get(f"https://httpbin.org/delay/1?n={n}") for n in range(5)])
        print([answer.json()["args"]["n"] for answer in answers], 1 < time.perf_counter() - start < 1.6)
        try:
            await client.get("https://httpbin.org/delay/6")
        except httpx.ReadTimeout as error:
            print(repr(error))
        async with client.stream("GET", "https://httpbin.org/stream/3") as answer:
            print([line[:8] async for line in answer.aiter_lines()])
    limits = httpx.Limits(max_connections=2)
    async with httpx.AsyncClient(limits=limits, timeout=None) as client:
        start = time.perf_counter()
        await asyncio.gather(*[client.get("https://httpbin.org/delay/1") for _ in range(4)])
        print(2 < time.perf_counter() - start < 3)
    async with httpx.AsyncClient(limits=limits, timeout=httpx.Timeout(10, pool=0.5)) as client:
        answers = await asyncio.gather(*[client.get("https://httpbin.org/delay/1") for _ in range(3)], return_exceptions=True)
        print([type(answer).__name__ for answer in answers])


asyncio.run(main())
