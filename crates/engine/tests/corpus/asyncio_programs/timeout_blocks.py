import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.05):
            await asyncio.sleep(1)
    except TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__))
    async with asyncio.timeout(1) as block:
        print(block.expired(), round(block.when() - loop.time()))
        await asyncio.sleep(0.01)
    print(block)
    async with asyncio.timeout(None) as block:
        print(block)
        block.reschedule(loop.time() + 0.05)
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError:
            print("cancelled inside, expired:", block.expired())
            print(block)
    print("a swallowed cancellation ends quietly", block)
    try:
        async with asyncio.timeout_at(loop.time() + 0.05):
            async with asyncio.timeout(5):
                await asyncio.sleep(1)
    except TimeoutError:
        print("the outer one")
    try:
        async with asyncio.timeout(1):
            raise ValueError("own")
    except ValueError as error:
        print(error)
    for step in (lambda: block.reschedule(1), lambda: asyncio.timeout(1).reschedule(2)):
        try:
            step()
        except RuntimeError as error:
            print(error)
    try:
        async with block:
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(-1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("already late")


asyncio.run(main())
