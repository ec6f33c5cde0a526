import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Connection:
    async def __aenter__(self):
        await asyncio.sleep(0.01)
        print("connected")
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.01)
        print("disconnected", kind.__name__ if kind else None)
        return kind is KeyError

    async def query(self, text):
        await asyncio.sleep(0.01)
        return text.split()


@asynccontextmanager
async def timer(label):
    loop = asyncio.get_running_loop()
    before = loop.time()
    try:
        yield before
    finally:
        print(label, "took", round(loop.time() - before, 1))


async def main():
    async with Connection() as connection:
        print(await connection.query("a b c"))
    async with Connection():
        raise KeyError("swallowed")
    async with timer("sleep"), Connection():
        await asyncio.sleep(0.08)
    async with AsyncExitStack() as stack:
        for _ in range(2):
            await stack.enter_async_context(Connection())
        stack.push_async_callback(asyncio.sleep, 0.01)
        print("inside")


asyncio.run(main())
