import asyncio, functools, sys
def callback(n, fut):
    print("callback", n, fut.result())
async def compute(x):
    await asyncio.sleep(0.01 * x)
    return x ** 2
async def main():
    t = asyncio.ensure_future(compute(2))
    t.add_done_callback(functools.partial(callback, 5))
    print(await t)
    tasks = {asyncio.create_task(compute(i), name=f"t{i}") for i in range(4)}
    while tasks:
        done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for d in sorted(done, key=lambda t: t.get_name()):
            print(d.get_name(), d.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(compute(1))
    except AttributeError as e:
        print("no tg")
    def sync_cb(a, *, b): print(a, b)
    asyncio.get_running_loop().call_soon(functools.partial(sync_cb, 1, b=2))
    await asyncio.sleep(0)
    loop = asyncio.get_event_loop()
    print(loop is asyncio.get_running_loop(), loop.is_running())
    print(loop)
    t = loop.create_task(compute(3), name="named")
    print(t.get_name(), t in asyncio.all_tasks(), t.get_coro().cr_frame is not None)
    print([f.f_code.co_name for f in t.get_stack()])
    await asyncio.sleep(0)
    t.print_stack(file=sys.stdout)
    await t
    class Boom(BaseException): pass
    async def boom(): raise Boom("b")
    try:
        await asyncio.create_task(boom())
    except Boom as e:
        print("boom", e)
    async def exits(): sys.exit(3)
    try:
        await exits()
    except SystemExit as e:
        print("exit", e.code)
    raise SystemExit(4)
try:
    asyncio.run(main())
except SystemExit as e:
    print("system exit", e.code)
async def kb():
    raise KeyboardInterrupt
try:
    asyncio.run(kb())
except KeyboardInterrupt:
    print("kb")
