import asyncio


async def compute(x, y):
    print(f"compute {x} + {y} ...")
    await asyncio.sleep(0.02)
    return x + y


async def print_sum(x, y):
    result = await compute(x, y)
    print(f"{x} + {y} = {result}")
    return result


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(print_sum(1, 2)))
tasks = [loop.create_task(print_sum(n, n)) for n in range(3)]
done, pending = loop.run_until_complete(asyncio.wait(tasks))
print(len(done), len(pending), sorted(task.result() for task in done))
print(loop.run_until_complete(asyncio.gather(*(compute(n, 1) for n in range(3)))))
loop.close()
print(loop.is_closed())
unused = compute(1, 1)
try:
    loop.run_until_complete(unused)
except RuntimeError as error:
    print("RuntimeError:", error)
unused.close()
