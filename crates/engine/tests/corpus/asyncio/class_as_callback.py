# A class whose making fails is a callback that fails: the loop tells its handler and goes on.
import asyncio
import contextvars


class Plain:
    pass


class Picky:
    def __init__(self, wanted):
        raise ValueError(f"not {wanted}")


def told(loop, context):
    print(context["message"].split("(")[0], repr(context["exception"]))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(told)
    loop.call_soon(Plain, 1)
    loop.call_soon(Picky, 2)
    loop.call_soon(int, "x")
    loop.call_soon(Exception, 1)
    loop.call_later(0.01, Plain, 3)
    handle = loop.call_later(0.02, print, "late", 1, 2, 3)
    print(handle._args, handle._callback)
    cancelled = loop.call_later(5, print, "never", 1)
    cancelled.cancel()
    print(cancelled._args, cancelled._callback, cancelled.cancelled())
    await asyncio.sleep(0.05)
    try:
        contextvars.copy_context().run(Plain, 4)
    except TypeError as error:
        print("TypeError", error)
    print("over")


asyncio.run(main())
