import asyncio

order = []


def first(loop):
    order.append("first")
    loop.call_soon(order.append, "planned by first")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, order.append, "timer")
    loop.call_soon(first, loop)
    loop.call_soon(order.append, "second")
    for _ in range(3):
        await asyncio.sleep(0)
        order.append("pass")
    print(order)


asyncio.run(main())
