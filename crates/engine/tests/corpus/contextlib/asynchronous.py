from contextlib import AsyncExitStack, AbstractAsyncContextManager, aclosing, asynccontextmanager, nullcontext


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


@asynccontextmanager
async def session(name):
    print("open", name)
    try:
        yield name.upper()
    except KeyError as error:
        print("handled", error)
    finally:
        print("close", name)


class Resource:
    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, *details):
        print("aexit", details[0])

    async def aclose(self):
        print("aclose")


async def main():
    async with session("a") as value:
        print(value)
    async with session("b"):
        raise KeyError("k")
    try:
        async with session("c"):
            raise ValueError("v")
    except ValueError as error:
        print("outside", error)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(session("d")))
        await stack.enter_async_context(Resource())
        stack.callback(print, "plain callback")

        async def later(text):
            print("async callback", text)

        stack.push_async_callback(later, "x")
    async with aclosing(Resource()) as resource:
        print(type(resource).__name__)
    async with nullcontext(3) as three:
        print(three)

    @session("decorated")
    async def work(n):
        return n * 2

    print(await work(4), work.__name__)
    print(isinstance(Resource(), AbstractAsyncContextManager))
    return "done"


print(run(main()))
