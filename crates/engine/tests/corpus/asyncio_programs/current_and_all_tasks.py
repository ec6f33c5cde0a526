import asyncio


async def sleeper(n):
    await asyncio.sleep(0.05)
    return asyncio.current_task().get_name()


async def main():
    me = asyncio.current_task()
    print(me.get_name(), me.done())
    tasks = [asyncio.create_task(sleeper(n)) for n in range(3)]
    named = asyncio.create_task(sleeper(9), name="the ninth")
    print(len(asyncio.all_tasks()), me in asyncio.all_tasks())
    print(await asyncio.gather(*tasks, named))
    print(len(asyncio.all_tasks()))
    named.set_name("renamed")
    print(named.get_name())
    others = asyncio.all_tasks() - {asyncio.current_task()}
    print(others)


asyncio.run(main())
print("outside:", end=" ")
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
