import asyncio


class Limiter:
    def __init__(self, per_period, period):
        self.per_period = per_period
        self.period = period
        self.tokens = per_period
        self.changed = asyncio.Condition()

    async def refill(self):
        while True:
            await asyncio.sleep(self.period)
            async with self.changed:
                self.tokens = self.per_period
                self.changed.notify_all()

    async def __aenter__(self):
        async with self.changed:
            await self.changed.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1

    async def __aexit__(self, *error):
        return False


async def main():
    limiter = Limiter(2, 0.1)
    refill = asyncio.create_task(limiter.refill())
    loop = asyncio.get_running_loop()
    start = loop.time()

    async def call(n):
        async with limiter:
            print(n, "at period", int((loop.time() - start) / 0.1 + 0.2))

    await asyncio.gather(*(call(n) for n in range(6)))
    refill.cancel()


asyncio.run(main())
