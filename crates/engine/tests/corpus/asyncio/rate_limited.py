import asyncio
import time


class RateLimiter:
    def __init__(self, interval):
        self.interval = interval
        self.next_at = 0

    async def wait(self):
        loop = asyncio.get_running_loop()
        now = loop.time()
        at = max(now, self.next_at)
        self.next_at = at + self.interval
        if at > now:
            await asyncio.sleep(at - now)


async def call(limiter, number, started):
    await limiter.wait()
    print(f"call {number} at {time.monotonic() - started:.1f}")
    return number


async def main():
    limiter = RateLimiter(0.1)
    started = time.monotonic()
    print(await asyncio.gather(*(call(limiter, number, started) for number in range(4))))


asyncio.run(main())
