import asyncio
import threading

loop = asyncio.new_event_loop()
ready = threading.Event()


def run():
    asyncio.set_event_loop(loop)
    loop.call_soon(ready.set)
    loop.run_forever()
    print("the loop has stopped in", threading.current_thread().name)
    loop.close()


thread = threading.Thread(target=run, name="looper")
thread.start()
ready.wait()


async def where(delay):
    await asyncio.sleep(delay)
    return threading.current_thread().name


async def fails():
    raise LookupError("from the loop")


futures = [asyncio.run_coroutine_threadsafe(where(0.05 * n), loop) for n in (2, 1)]
print([future.result(2) for future in futures])
try:
    asyncio.run_coroutine_threadsafe(fails(), loop).result()
except LookupError as error:
    print("raised", error)
seen = []
done = threading.Event()
for number in range(3):
    loop.call_soon_threadsafe(seen.append, number)
loop.call_soon_threadsafe(done.set)
done.wait()
print(seen)
pending = asyncio.run_coroutine_threadsafe(where(30), loop)
try:
    pending.result(0.02)
except TimeoutError as error:
    print("not yet", repr(error))
gone = threading.Event()


async def watch():
    while len(asyncio.all_tasks()) > 1:
        await asyncio.sleep(0)
    gone.set()


print(pending.cancel(), pending.cancelled())
asyncio.run_coroutine_threadsafe(watch(), loop)
gone.wait()
try:
    asyncio.get_event_loop_policy().get_event_loop() is loop
except RuntimeError as error:
    print(error)
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_closed())


def no_loop_here():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


other = threading.Thread(target=no_loop_here, name="bare")
other.start()
other.join()
