import asyncio

TASKS = 100_000


async def sleeper(number):
    await asyncio.sleep(0.001 * (number % 100))
    return number


async def main():
    print(sum(await asyncio.gather(*[sleeper(number) for number in range(TASKS)])))


asyncio.run(main())
