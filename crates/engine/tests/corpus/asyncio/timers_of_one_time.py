"""Rule 30: timers of one and the same time leave the heap in heapq's order; others by their time."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    order = []
    when = loop.time() + 0.05
    for number in range(8):
        loop.call_at(when, order.append, number)
    await asyncio.sleep(0.1)
    print("same time:", order)
    order.clear()
    for number, delay in enumerate([0.05, 0.01, 0.04, 0.02, 0.03]):
        loop.call_later(delay, order.append, number)
    handle = loop.call_later(0.025, order.append, "cancelled")
    handle.cancel()
    print(handle.cancelled())
    await asyncio.sleep(0.1)
    print("by time:", order)
    order.clear()
    for number in range(5):
        loop.call_later(0.02, order.append, number)
    await asyncio.sleep(0.05)
    print("as planned:", order)
    handles = [loop.call_later(5, order.append, number) for number in range(300)]
    for handle in handles[:290]:
        handle.cancel()
    await asyncio.sleep(0)
    order.clear()
    loop.call_later(0, order.append, "zero")
    loop.call_later(-1, order.append, "past")
    loop.call_soon(order.append, "soon")
    await asyncio.sleep(0.01)
    print(order)


asyncio.run(main())
