import asyncio


async def fetch(name):
    await asyncio.sleep(0.01)
    raise ConnectionError(f"{name} is not there")


async def main():
    try:
        await asyncio.gather(fetch("a"), fetch("b"))
    except ConnectionError as error:
        raise RuntimeError("nothing fetched") from error


asyncio.run(main())
