import asyncio


async def precious():
    await asyncio.sleep(0.1)
    print("saved")
    return "value"


async def careless(task):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        print("careless was cancelled; the work is done:", task.done())
        raise


async def main():
    work = asyncio.create_task(precious())
    outer = asyncio.create_task(careless(work))
    await asyncio.sleep(0.02)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("main saw it")
    print(await work)
    print(await asyncio.shield(asyncio.sleep(0.01, "direct")))


asyncio.run(main())
