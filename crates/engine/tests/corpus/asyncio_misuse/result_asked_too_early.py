import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0.01))
    print(task.result())


asyncio.run(main())
