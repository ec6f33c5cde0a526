import asyncio


async def download(n, semaphore, state):
    async with semaphore:
        state["now"] += 1
        state["most"] = max(state["most"], state["now"])
        print("start", n)
        await asyncio.sleep(0.05)
        state["now"] -= 1
        return n


async def main():
    semaphore = asyncio.Semaphore(3)
    state = {"now": 0, "most": 0}
    loop = asyncio.get_running_loop()
    before = loop.time()
    results = await asyncio.gather(*(download(n, semaphore, state) for n in range(9)))
    print(results, "at most", state["most"], "at a time")
    print(f"{loop.time() - before:.2f}"[:3])
    print(semaphore.locked())


asyncio.run(main())
