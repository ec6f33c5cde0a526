# stages of a pipeline, each an asynchronous generator
import time


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        time.sleep(self.seconds)
        yield


async def source(n):
    for i in range(n):
        await Sleep(0.001)
        yield i


async def squared(stream):
    async for value in stream:
        yield value**2


async def batched(stream, size):
    batch = []
    async for value in stream:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def enumerate_async(stream, start=0):
    number = start
    async for value in stream:
        yield number, value
        number += 1


async def take(stream, count):
    async for number, value in enumerate_async(stream):
        if number >= count:
            break
        yield value


async def chain(*streams):
    for stream in streams:
        async for value in stream:
            yield value


async def main():
    async for number, batch in enumerate_async(batched(squared(source(7)), 3), 1):
        print(number, batch, sum(batch))
    print([x async for x in take(chain(source(3), source(4)), 5)])
    total = 0
    async for x in chain(source(2), squared(source(3))):
        total += x
    return total


def run(coro):
    steps = 0
    while True:
        try:
            coro.send(None)
        except StopIteration as stop:
            return stop.value, steps
        steps += 1


print(run(main()))
