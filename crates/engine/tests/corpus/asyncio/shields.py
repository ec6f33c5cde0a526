import asyncio


async def payment():
    print("paying")
    await asyncio.sleep(0.05)
    print("paid")
    return "receipt"


async def customer(task):
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        print("the customer leaves")
        raise


async def main():
    task = asyncio.create_task(payment())
    who = asyncio.create_task(customer(task))
    await asyncio.sleep(0.01)
    who.cancel()
    try:
        await who
    except asyncio.CancelledError:
        print(who.cancelled(), task.cancelled())
    print(await task)
    done = asyncio.shield(task)
    print(done is task)
    inner = asyncio.create_task(payment())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.01)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("cancelled from inside", outer.cancelled())

    async def fails():
        raise ValueError("declined")

    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print(error)


asyncio.run(main())
