import asyncio


async def careful():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning up")
        try:
            await asyncio.sleep(0.05)
            print("cleaned")
        except asyncio.CancelledError:
            print("cleaning was cancelled too")


async def main():
    for impatient in (False, True):
        task = asyncio.create_task(careful())
        await asyncio.sleep(0)
        task.cancel()
        if impatient:
            await asyncio.sleep(0)
            task.cancel()
        try:
            await task
            print("ended", task.cancelled())
        except asyncio.CancelledError:
            print("cancelled", task.cancelled())


asyncio.run(main())
