import asyncio


class Flaky:
    def __init__(self, failures):
        self.left = failures

    async def call(self):
        await asyncio.sleep(0.01)
        if self.left:
            self.left -= 1
            raise ConnectionError(f"{self.left} more to come")
        return "payload"


async def retry(function, attempts, delay):
    for attempt in range(1, attempts + 1):
        try:
            return await function()
        except ConnectionError as error:
            print(f"attempt {attempt} failed: {error}")
            if attempt == attempts:
                raise
            await asyncio.sleep(delay)
            delay *= 2


async def main():
    print(await retry(Flaky(2).call, 4, 0.01))
    try:
        await retry(Flaky(9).call, 3, 0.01)
    except ConnectionError as error:
        print("gave up:", error)
    outcomes = await asyncio.gather(
        retry(Flaky(0).call, 1, 0.01), retry(Flaky(1).call, 1, 0.01), return_exceptions=True
    )
    print([str(outcome) for outcome in outcomes])


asyncio.run(main())
