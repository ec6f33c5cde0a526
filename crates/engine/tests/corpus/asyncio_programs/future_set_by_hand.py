import asyncio


async def set_after(fut, delay, value):
    await asyncio.sleep(delay)
    fut.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print("callback:", f.result()))
    loop.create_task(set_after(fut, 0.05, "... world"))
    print("hello ...", fut.done())
    print(await fut, fut.done())
    print(await fut)
    other = asyncio.Future()
    loop.call_later(0.02, other.set_exception, LookupError("not found"))
    try:
        await other
    except LookupError as error:
        print("caught", error)
    print(repr(other.exception()))
    third = loop.create_future()
    print(third.cancel(), third.cancelled(), third.cancel())
    try:
        await third
    except asyncio.CancelledError:
        print("cancelled future")
    try:
        third.set_result(1)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    fourth = loop.create_future()
    try:
        fourth.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    fourth.set_result(None)
    fourth.remove_done_callback(print)


asyncio.run(main())
