# A future's own iterator, driven by hand: what it yields, how it ends, and what `await` makes of it.
import asyncio
import types


@types.coroutine
def by_yield_from(future):
    given = yield from future
    return ("yield from", given)


@types.coroutine
def by_iterator(future):
    given = yield from future.__await__()
    return ("iterator", given)


class Wrapped:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


class Own(asyncio.Future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    iterator = done.__await__()
    try:
        next(iterator)
    except StopIteration as end:
        print("ended with", end.value)
    print(next(iterator, "nothing more"))
    print(list(done.__await__()), [item for item in done])
    for item in done.__iter__():
        print("never", item)
    try:
        done.__await__().send(None)
    except StopIteration as end:
        print("sent", end.value)

    pending = loop.create_future()
    iterator = pending.__await__()
    print(next(iterator) is pending, pending._asyncio_future_blocking)
    try:
        next(iterator)
    except RuntimeError as error:
        print("RuntimeError", error)
    pending.set_result(5)
    try:
        iterator.send(None)
    except StopIteration as end:
        print("later", end.value)
    print(type(iterator).__name__, hasattr(pending, "__next__"), hasattr(pending, "send"))

    failed = loop.create_future()
    failed.set_exception(KeyError("lost"))
    try:
        next(failed.__await__())
    except KeyError as error:
        print("KeyError", error)
    for way in (by_yield_from, by_iterator, Wrapped):
        future = loop.create_future()
        loop.call_later(0.01, future.set_result, way.__name__)
        print(await way(future))
        future = loop.create_future()
        loop.call_later(0.01, future.set_exception, ValueError(way.__name__))
        try:
            await way(future)
        except ValueError as error:
            print("ValueError", error)
    own = Own(loop=loop)
    loop.call_soon(own.set_result, "own")
    print(await own, await own)
    stopped = loop.create_future()
    stopped.cancel("why")
    try:
        await stopped
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    task = asyncio.create_task(asyncio.sleep(0.01, "slept"))
    print(await task, await task)
    inner = loop.create_future()

    async def guarded():
        try:
            return await inner
        except ValueError as error:
            return f"caught {error}"
        finally:
            print("finally")

    coroutine = guarded()
    print(coroutine.send(None) is inner)
    try:
        coroutine.throw(ValueError("thrown in"))
    except StopIteration as end:
        print(end.value)


asyncio.run(main())
