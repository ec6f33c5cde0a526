import asyncio


async def cancel_me():
    print("cancel_me(): before sleep")
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        print("cancel_me(): cancel sleep", error.args)
        raise
    finally:
        print("cancel_me(): after sleep")


async def refuses():
    for _ in range(2):
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("not yet")
    return "at last"


async def main():
    task = asyncio.create_task(cancel_me())
    await asyncio.sleep(0.01)
    print(task.cancel("because"))
    try:
        await task
    except asyncio.CancelledError as error:
        print("main(): cancel_me is cancelled now", error.args)
    print(task.cancelled(), task.done(), task.cancel())
    task = asyncio.create_task(refuses())
    for _ in range(2):
        await asyncio.sleep(0)
        task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    never = asyncio.create_task(cancel_me())
    never.cancel()
    await asyncio.gather(never, return_exceptions=True)
    print("it never started", never.cancelled())
    try:
        never.result()
    except asyncio.CancelledError as error:
        print("result:", repr(error))
    try:
        never.exception()
    except asyncio.CancelledError as error:
        print("exception:", repr(error))
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)


asyncio.run(main())
