import asyncio


def broken(divisor):
    return 1 / divisor


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken, 0)
    loop.call_later(0.01, print, "goes on")
    await asyncio.sleep(0.05)


asyncio.run(main())
raise SystemExit(0)
