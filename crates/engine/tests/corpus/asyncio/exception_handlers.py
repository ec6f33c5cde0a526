import asyncio


def handler(loop, context):
    print("handler:", context["message"].split(" at ")[0], "|", repr(context.get("exception")), sorted(context))


async def lost():
    raise KeyError("lost")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(print, "the loop goes on")
    await asyncio.sleep(0.01)
    task = asyncio.create_task(lost())
    await asyncio.sleep(0.01)
    del task
    await asyncio.sleep(0.01)
    future = loop.create_future()
    future.set_exception(OSError("disk"))
    del future
    await asyncio.sleep(0.01)
    kept = asyncio.create_task(lost())
    await asyncio.sleep(0.01)
    print(repr(kept.exception()))
    del kept
    await asyncio.sleep(0.01)
    loop.call_exception_handler({"message": "by hand", "future": None})
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)

    def breaks(loop, context):
        raise RuntimeError("the handler fails")

    loop.set_exception_handler(None)
    print("end")


asyncio.run(main())
