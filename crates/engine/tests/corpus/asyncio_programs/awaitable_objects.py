import asyncio
import types


class Delay:
    def __init__(self, seconds, value):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.value


@types.coroutine
def pause():
    yield


async def main():
    print(await Delay(0.02, "first"))
    print(await asyncio.gather(Delay(0.02, "x"), Delay(0.01, "y")))
    print(await asyncio.wait_for(Delay(0.01, "in time"), 1))
    task = asyncio.ensure_future(Delay(0.01, "ensured"))
    print(isinstance(task, asyncio.Task), await task)
    await pause()
    print("paused")


asyncio.run(main())
