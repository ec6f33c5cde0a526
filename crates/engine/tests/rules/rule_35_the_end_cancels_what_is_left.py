import asyncio


async def stream():
    try:
        yield 1
        yield 2
    finally:
        print("stream closed")


async def stubborn(name):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def main():
    kept = stream()
    await kept.__anext__()
    asyncio.get_running_loop().run_in_executor(None, print, "executor's work")
    asyncio.ensure_future(stubborn("a"))
    task = asyncio.ensure_future(stubborn("b"))
    await asyncio.sleep(0.05)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main saw it")
    print("main ends")
    return kept


asyncio.run(main())
print("over")
