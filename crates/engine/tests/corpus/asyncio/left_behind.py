"""What the end lets go of: a task that never ended, an exception that nobody asked for."""
import asyncio


async def forever():
    await asyncio.sleep(100)


async def lost():
    raise ValueError("lost")


async def main():
    global first, second
    first = asyncio.ensure_future(forever())
    second = asyncio.ensure_future(lost())
    await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("end")
raise SystemExit(0)
