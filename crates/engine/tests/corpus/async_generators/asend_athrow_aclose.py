# driving an asynchronous generator by hand
def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value
    print("waits")


async def echo():
    received = []
    try:
        while True:
            try:
                got = yield received
                received.append(got)
            except ValueError as error:
                received.append(f"error {error}")
    finally:
        print("finally", received)


async def main():
    g = echo()
    print(await g.asend(None))
    print(await g.asend("a"))
    print(await g.__anext__())
    print(await g.athrow(ValueError("v")))
    print(await g.athrow(ValueError))
    print(await g.aclose())
    try:
        await g.asend("late")
    except StopAsyncIteration as error:
        print(repr(error))
    print(await g.aclose(), await g.athrow(KeyError) if False else "skipped")
    fresh = echo()
    try:
        await fresh.asend("too early")
    except TypeError as error:
        print(error)
    unstarted = echo()
    await unstarted.aclose()
    try:
        await unstarted.__anext__()
    except StopAsyncIteration:
        print("closed before it began")
    thrown = echo()
    try:
        await thrown.athrow(KeyError("k"))
    except KeyError as error:
        print(repr(error))
    g = echo()
    await g.__anext__()
    try:
        await g.athrow(KeyError("unhandled"))
    except KeyError as error:
        print(repr(error))
    step = (g2 := echo()).__anext__()
    print(type(step).__name__, type(g2.athrow(KeyError)).__name__)
    print(await step)
    try:
        await step
    except RuntimeError as error:
        print(error)
    await g2.aclose()


run(main())
