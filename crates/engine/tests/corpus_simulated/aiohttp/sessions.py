import asyncio
import time

import aiohttp


async def tell(session, url, **options):
    try:
        async with session.get(url, **options) as answer:
            body = await answer.text()
            print(answer.status, answer.reason, answer.content_type, len(body) > 0, answer.url)
    except (aiohttp.ClientError, asyncio.TimeoutError) as error:
        print(type(error).__name__, "|", error)


async def main():
    async with aiohttp.ClientSession(headers={"X-Own": "yes"}) as session:
        await tell(session, "https://httpbin.org/get")
        await tell(session, "https://httpbin.org/status/404")
        await tell(session, "https://httpbin.org/status/500", raise_for_status=True)
        await tell(session, "http://no-such-host.invalid/")
        await tell(session, "http://localhost:9/")
        await tell(session, "https://httpbin.org/delay/3", timeout=aiohttp.ClientTimeout(total=1))
        await tell(session, "https://httpbin.org/delay/3", timeout=aiohttp.ClientTimeout(sock_read=1))
        await tell(session, "no-scheme")
        async with session.post("https://httpbin.org/post", json={"a": 1}) as answer:
            print((await answer.json())["json"])
        async with session.post("https://httpbin.org/post", data={"a": 1}, params={"q": "z"}) as answer:
            told = await answer.json()
            print(told["form"], told["args"], told["headers"]["X-Own"])
        async with session.get("https://example.com/") as answer:
            try:
                await answer.json()
            except aiohttp.ContentTypeError as error:
                print(error)
        async with session.get("https://httpbin.org/redirect/2") as answer:
            print(answer.url, [step.status for step in answer.history])
        answer = await session.get("https://files.example.com/a.bin")
        size = 0
        async for piece in answer.content.iter_chunked(10000):
            size += len(piece)
        print(size == int(answer.headers["content-length"]))
        async with session.get("https://httpbin.org/status/404") as answer:
            try:
                answer.raise_for_status()
            except aiohttp.ClientResponseError as error:
                print(error.status, error.message, error.request_info.method)
    print(session.closed)
    try:
        await session.get("https://httpbin.org/get")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
