import asyncio


def told(name):
    def callback(future):
        print(name, "is told:", future.cancelled() or future.exception() or future.result())

    return callback


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled(), future.get_loop() is loop)
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(repr(error))
    first, second = told("first"), told("second")
    for callback in (first, second, second):
        future.add_done_callback(callback)
    print(future.remove_done_callback(second), future.remove_done_callback(print))
    future.set_result(10)
    print("set; nobody is told yet")
    future.add_done_callback(told("late"))
    await asyncio.sleep(0)
    print(future, await future)
    for change in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
        try:
            change()
        except asyncio.InvalidStateError as error:
            print(repr(error))
    print(future.cancel())
    failed = loop.create_future()
    failed.add_done_callback(first)
    failed.set_exception(ValueError("no"))
    print(failed)
    try:
        await failed
    except ValueError as error:
        print("raised", error, error is failed.exception())
    gone = loop.create_future()
    gone.add_done_callback(second)
    print(gone.cancel("reason"), gone.cancel(), gone)
    try:
        await gone
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    made = asyncio.Future()
    made.set_exception(TypeError)
    print(repr(made.exception()))
    for wrong in (StopIteration(), 5):
        try:
            asyncio.Future().set_exception(wrong)
        except TypeError as error:
            print(error)
    print(asyncio.isfuture(made), asyncio.isfuture(5), isinstance(asyncio.current_task(), asyncio.Future))
    long = loop.create_future()
    long.set_result("x" * 100)
    print(long)
    many = loop.create_future()
    many.set_result(list(range(50)))
    print(many)


asyncio.run(main())
