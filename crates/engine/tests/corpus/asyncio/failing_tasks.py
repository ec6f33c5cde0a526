import asyncio, sys, traceback
async def fail():
    await asyncio.sleep(0.01)
    raise RuntimeError("unhandled")
def custom(loop, context):
    print("CUSTOM", context.get("message"), type(context.get("exception")).__name__)
    loop.stop()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.set_exception_handler(custom)
def cb():
    raise TypeError("cb")
loop.call_soon(cb)
loop.run_forever()
t = loop.create_task(fail())
async def wait_it():
    try:
        await t
    except RuntimeError as e:
        print("handled", e)
        traceback.print_exc(file=sys.stdout)
loop.run_until_complete(wait_it())
async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.01)
    except asyncio.exceptions.TimeoutError:
        print("TO")
    t = asyncio.create_task(fail())
    while not t.done():
        await asyncio.sleep(0.005)
    print(t.exception())
    loop = asyncio.get_event_loop()
    fut = loop.run_in_executor(None, print, "exec")
    await fut
    print(fut.done())
    rs = await asyncio.gather(fail(), fail(), asyncio.sleep(0, "ok"), return_exceptions=True)
    for r in rs:
        if isinstance(r, Exception): print("exc", r)
        else: print(r)
loop.run_until_complete(main())
loop.close()
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(fail())
except RuntimeError as e:
    print(e)
finally:
    loop.close()
