import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.01
    order = []
    for number in range(8):
        loop.call_at(when, order.append, number)
    await asyncio.sleep(0.03)
    print(order)
    order.clear()
    for number in range(8):
        loop.call_later(0.01, order.append, number)
    await asyncio.sleep(0.03)
    print(order)


asyncio.run(main())
