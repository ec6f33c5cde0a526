import asyncio
import threading


async def add(a, b):
    await asyncio.sleep(0.02)
    return a + b


async def fails():
    raise RuntimeError("on the loop")


def background(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()


loop = asyncio.new_event_loop()
thread = threading.Thread(target=background, args=(loop,), daemon=True)
thread.start()
future = asyncio.run_coroutine_threadsafe(add(1, 2), loop)
print(future.result(), type(future).__module__)
print(asyncio.run_coroutine_threadsafe(add(3, 4), loop).result(timeout=1))
future = asyncio.run_coroutine_threadsafe(fails(), loop)
print(repr(future.exception()))
future = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
try:
    future.result(timeout=0.05)
except TimeoutError:
    print("timeout", future.cancel())
done = threading.Event()
loop.call_soon_threadsafe(done.set)
print(done.wait(1))
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running())
loop.close()
