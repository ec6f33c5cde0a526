import asyncio


async def value(n):
    await asyncio.sleep(0.01)
    return n


with asyncio.Runner() as runner:
    print(runner.run(value(1)), runner.run(value(2)))
    loop = runner.get_loop()
    print(loop.is_closed())
print(loop.is_closed())


async def leaves_tasks():
    async def lasting():
        try:
            await asyncio.sleep(10)
        finally:
            print("cancelled at the end")

    asyncio.create_task(lasting())
    await asyncio.sleep(0.01)
    print("main ends")
    return "result"


print(asyncio.run(leaves_tasks()))


async def raises():
    await asyncio.sleep(0.01)
    raise LookupError("out of run")


try:
    asyncio.run(raises())
except LookupError as error:
    print("caught", error)
