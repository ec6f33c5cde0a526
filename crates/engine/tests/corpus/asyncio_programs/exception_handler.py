import asyncio


def handler(loop, context):
    print("handler:", context["message"])
    print("   ", repr(context.get("exception")))


def broken():
    raise OverflowError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(broken)
    await asyncio.sleep(0.01)
    loop.call_exception_handler({"message": "by hand"})

    async def fails():
        raise ValueError("never asked for")

    task = asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    del task
    import gc

    gc.collect()
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
