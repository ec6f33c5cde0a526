"""Tracebacks, exceptions."""
import asyncio, traceback, sys

async def inner(n):
    await asyncio.sleep(0.01)
    raise ValueError(f"bad {n}")

async def outer(n):
    await inner(n)

async def main():
    for how in ("await", "task", "gather", "wait_for"):
        try:
            if how == "await":
                await outer(1)
            elif how == "task":
                await asyncio.create_task(outer(2))
            elif how == "gather":
                await asyncio.gather(outer(3), asyncio.sleep(0.02))
            else:
                await asyncio.wait_for(outer(4), 1)
        except ValueError:
            traceback.print_exc(file=sys.stdout)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except asyncio.TimeoutError:
        traceback.print_exc(file=sys.stdout)
    t = asyncio.create_task(outer(5))
    await asyncio.wait([t])
    try:
        t.result()
    except ValueError:
        traceback.print_exc(file=sys.stdout)
    print(repr(t.exception()))
    t = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        traceback.print_exc(file=sys.stdout)
    raise KeyError("end")
asyncio.run(main())
