# gather gives results in the order of its arguments; wait gives two sets, done and pending.
import asyncio

LIMIT_S = 1.5  #@param {type:"number", min:0.1, max:5, step:0.1}


async def answer(name, seconds):
    await asyncio.sleep(seconds)
    return name


def three():
    return [asyncio.create_task(answer(f"after {s} s", s)) for s in (3, 1, 2)]


async def main():
    print("gather:", await asyncio.gather(*three()))
    done, pending = await asyncio.wait(three(), timeout=LIMIT_S)
    print("wait, done:", sorted(task.result() for task in done))
    print("wait, pending:", len(pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
    print("next done:", [task.result() for task in done], "pending:", len(pending))
    await asyncio.wait(pending)


asyncio.run(main())
