import asyncio


async def work():
    return 1


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


async def attempt_async(make):
    try:
        print(await make())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


async def main():
    await attempt_async(lambda: asyncio.sleep("1"))
    await attempt_async(lambda: 5)
    await attempt_async(lambda: asyncio.gather(1, 2))
    attempt(lambda: asyncio.create_task(5))
    attempt(lambda: asyncio.ensure_future("x"))
    attempt(lambda: asyncio.shield(None))
    attempt(lambda: asyncio.run_coroutine_threadsafe(5, asyncio.get_running_loop()))
    loop = asyncio.get_running_loop()
    attempt(lambda: loop.run_until_complete(asyncio.sleep(0)) if False else loop.run_forever())
    attempt(loop.close)
    attempt(lambda: loop.call_later(None, print))
    attempt(lambda: loop.call_at(None, print))
    attempt(lambda: loop.set_task_factory(3))
    attempt(lambda: loop.set_default_executor(3))
    task = asyncio.current_task()
    attempt(lambda: task.set_result(1))
    attempt(lambda: task.set_exception(ValueError()))
    coroutine = work()
    print(await coroutine)
    await attempt_async(lambda: coroutine)

    async def waits_for_itself():
        await mine

    mine = asyncio.create_task(waits_for_itself())
    try:
        await mine
    except RuntimeError as error:
        print(str(error).split("<")[0])

    class Odd:
        def __await__(self):
            yield 42

    async def awaits_odd():
        return await Odd()

    await attempt_async(lambda: asyncio.create_task(awaits_odd()))


attempt(asyncio.get_running_loop)
attempt(lambda: asyncio.current_task())
attempt(lambda: asyncio.all_tasks())
attempt(lambda: asyncio.run(work))
attempt(lambda: asyncio.run(5))
attempt(lambda: asyncio.set_event_loop(5))
attempt(lambda: asyncio.set_event_loop_policy(5))
attempt(lambda: asyncio.coroutine)
asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
attempt(lambda: loop.call_soon(print))
attempt(lambda: loop.run_forever())
attempt(lambda: loop.create_future().set_result(1))
