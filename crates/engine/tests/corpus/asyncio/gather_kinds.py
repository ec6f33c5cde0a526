# What gather gathers: coroutines, tasks, futures, awaitables, the same one twice, under loops of one's own.
import asyncio


async def give(value, delay=0.0):
    await asyncio.sleep(delay)
    return value


async def fail(text):
    raise ValueError(text)


class Awaitable:
    def __await__(self):
        return give("awaited").__await__()


class NamedTask(asyncio.Task):
    pass


class Loop(asyncio.SelectorEventLoop):
    made = 0

    def create_task(self, coro, **options):
        Loop.made += 1
        return super().create_task(coro, **options)


async def kinds():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "future")
    same = give("same")
    task = asyncio.create_task(give("task", 0.02))
    named = NamedTask(give("named", 0.005))
    print(await asyncio.gather(give("plain"), task, future, Awaitable(), same, same, named))
    print(await asyncio.gather(give(1), fail("first"), give(2), return_exceptions=True))
    try:
        await asyncio.gather(give(1, 0.01), fail("second"), give(2))
    except ValueError as error:
        print("ValueError", error)
    print(await asyncio.gather())
    tasks = [asyncio.create_task(give(i, 0.01)) for i in range(3)]
    outer = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0)
    tasks[1].cancel("enough")
    print(await outer)
    outer = asyncio.gather(give(1, 1), give(2, 1))
    await asyncio.sleep(0)
    outer.cancel("all of them")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "stayed"


async def swallowed():
    outer = asyncio.gather(stubborn(), stubborn())
    await asyncio.sleep(0)
    outer.cancel()
    try:
        print(await outer)
    except asyncio.CancelledError:
        print("cancelled all the same")


asyncio.run(kinds())
asyncio.run(swallowed())

loop = Loop()
print(loop.run_until_complete(kinds()), Loop.made)
loop.close()

made = []


def factory(loop, coro, context=None):
    task = asyncio.Task(coro, loop=loop)
    made.append(coro.__name__)
    return task


async def with_factory():
    asyncio.get_running_loop().set_task_factory(factory)
    print(await asyncio.gather(give(1), give(2)), made)


asyncio.run(with_factory())


async def patched():
    loop = asyncio.get_running_loop()
    own = loop.create_task
    loop.create_task = lambda coro: print("patched") or own(coro)
    print(await asyncio.gather(give(1), give(2)))


asyncio.run(patched())


async def awaits(future):
    return await future


async def seen_from_outside():
    future = asyncio.get_running_loop().create_future()
    coroutine = awaits(future)
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    print(type(coroutine.cr_await).__name__, task._fut_waiter is future)
    future.set_result(7)
    print(await task, coroutine.cr_await)
    other = awaits(asyncio.get_running_loop().create_future())
    print(type(other.send(None)).__name__)
    try:
        other.send(None)
    except RuntimeError as error:
        print(error)
    third = awaits(asyncio.get_running_loop().create_future())
    third.send(None)
    try:
        third.throw(KeyError("thrown"))
    except KeyError as error:
        print("KeyError", error)
    fourth = awaits(asyncio.get_running_loop().create_future())
    fourth.send(None)
    print(fourth.close())


asyncio.run(seen_from_outside())
