import asyncio
import datetime
def display_date(end_time, loop, n=[0]):
    n[0] += 1
    print("tick", n[0])
    if (loop.time() + 0.1) < end_time:
        loop.call_later(0.1, display_date, end_time, loop)
    else:
        loop.stop()
loop = asyncio.get_event_loop()
end_time = loop.time() + 0.5
loop.call_soon(display_date, end_time, loop)
loop.run_forever()
async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print("Task %s: Compute factorial(%s)..." % (name, i))
        await asyncio.sleep(0.1)
        f *= i
    print("Task %s: factorial(%s) = %s" % (name, number, f))
tasks = [asyncio.ensure_future(factorial("A", 2), loop=loop), loop.create_task(factorial("B", 3)), loop.create_task(factorial("C", 4))]
loop.run_until_complete(asyncio.gather(*tasks))
async def slow_operation(future):
    await asyncio.sleep(0.1)
    future.set_result('Future is done!')
future = asyncio.Future(loop=loop)
asyncio.ensure_future(slow_operation(future), loop=loop)
loop.run_until_complete(future)
print(future.result())
def got_result(future):
    print(future.result())
    loop.stop()
future = loop.create_future()
asyncio.ensure_future(slow_operation(future), loop=loop)
future.add_done_callback(got_result)
try:
    loop.run_forever()
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
