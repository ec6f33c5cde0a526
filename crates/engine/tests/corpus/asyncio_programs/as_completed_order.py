import asyncio
import time


async def fetch(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise RuntimeError("no such page")
    return f"{name} after {delay}"


async def main():
    started = time.monotonic()
    jobs = [fetch("slow", 0.3), fetch("quick", 0.05), fetch("bad", 0.2), fetch("middle", 0.12)]
    for future in asyncio.as_completed(jobs):
        try:
            print(await future, "at", round(time.monotonic() - started, 1))
        except RuntimeError as error:
            print("error:", error)
    try:
        for future in asyncio.as_completed([fetch("a", 0.05), fetch("b", 0.5)], timeout=0.2):
            print(await future)
    except asyncio.TimeoutError:
        print("too late for the rest")


asyncio.run(main())
