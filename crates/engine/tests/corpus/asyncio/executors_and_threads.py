import asyncio, threading, time, concurrent.futures
def blocking(n):
    time.sleep(0.05)
    return n * n, threading.current_thread().name
async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 3))
    with concurrent.futures.ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
        futs = [loop.run_in_executor(pool, blocking, i) for i in range(4)]
        print([r[0] for r in await asyncio.gather(*futs)])
    r = await asyncio.gather(*(asyncio.to_thread(blocking, i) for i in range(3)))
    print([x[0] for x in r])
    def from_thread():
        f = asyncio.run_coroutine_threadsafe(coro("x"), loop)
        return f.result(1)
    async def coro(x):
        await asyncio.sleep(0.01)
        return x + threading.current_thread().name
    print(await asyncio.to_thread(from_thread))
    def fails():
        raise OSError("disk")
    try:
        await loop.run_in_executor(None, fails)
    except OSError as e:
        print("caught", e)
    fut = loop.create_future()
    def later():
        time.sleep(0.02)
        loop.call_soon_threadsafe(fut.set_result, "threadsafe")
    threading.Thread(target=later).start()
    print(await fut)
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1, "mine"))
    print(await loop.run_in_executor(None, blocking, 2))
asyncio.run(main())

loop = asyncio.new_event_loop()
th = threading.Thread(target=loop.run_forever, name="looper")
th.start()
async def add(a, b):
    await asyncio.sleep(0.02)
    return a + b, threading.current_thread().name
print(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result())
loop.call_soon_threadsafe(loop.stop)
th.join()
print(loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)
