import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


async def inner():
    await asyncio.sleep(0.01)
    return request.get()


async def handle(n):
    request.set(n)
    before = request.get()
    await asyncio.sleep(0.02)
    return before, await inner(), await asyncio.create_task(inner()), request.get()


async def main():
    print(await asyncio.gather(*(handle(n) for n in range(3))))
    print("main still has", request.get())
    token = request.set("main")
    await asyncio.create_task(handle("child"))
    print(request.get())
    await handle("in place")
    print(request.get())
    request.reset(token)
    print(request.get())
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(request.set, "copied")
    loop.call_soon(lambda: print("callback sees", request.get()))
    loop.call_soon(lambda: print("callback in context sees", request.get()), context=context)
    await asyncio.sleep(0)
    request.set("for the thread")
    print(await asyncio.to_thread(request.get))


asyncio.run(main())
