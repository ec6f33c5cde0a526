import asyncio
loop = asyncio.get_event_loop()
print(loop.is_running(), loop.is_closed(), loop.get_debug())
def hello(n):
    print("hello", n)
    if n:
        loop.call_later(0.01, hello, n - 1)
    else:
        loop.stop()
loop.call_soon(hello, 3)
loop.run_forever()
order = []
for i, d in enumerate((0.03, 0.01, 0.02)):
    loop.call_later(d, order.append, i)
loop.call_at(loop.time() + 0.015, order.append, "at")
loop.call_later(0.05, loop.stop)
loop.run_forever()
print(order)
async def f():
    return 3
fut = asyncio.ensure_future(f())
print(loop.run_until_complete(fut), fut.done())
print(loop.run_until_complete(asyncio.gather(f(), f())))
tasks = [loop.create_task(f()) for _ in range(3)]
loop.run_until_complete(asyncio.wait(tasks))
print([t.result() for t in tasks])
async def stopper():
    loop.stop()
    await asyncio.sleep(10)
try:
    loop.run_until_complete(stopper())
except RuntimeError as e:
    print(e)
async def nested():
    for run in (loop.run_until_complete, asyncio.run):
        coro = f()
        try:
            run(coro)
        except RuntimeError as e:
            print(e)
        coro.close()
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
loop.run_until_complete(nested())
loop.close()
coro = f()
try:
    loop.run_until_complete(coro)
except RuntimeError as e:
    print(e)
coro.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
print(type(asyncio.get_event_loop_policy()).__name__)
with asyncio.Runner() as r:
    print(r.run(f()), r.get_loop().is_running())
try:
    asyncio.coroutine
except AttributeError as e:
    print(e)
