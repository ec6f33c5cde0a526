# create_task only schedules: the task runs when the coroutine that made it lets go of the loop.
import asyncio

PAUSE_S = 2.0  #@param {type:"number", min:0.1, max:5, step:0.1}


async def work(name):
    print("1:", name)
    await asyncio.sleep(PAUSE_S)
    print("2:", name)
    return name.upper()


async def main():
    print("start")
    first = asyncio.create_task(work("tea"))
    second = asyncio.create_task(work("toast"))
    print("end")
    results = [await first, await second]
    print("results", results)


asyncio.run(main())
