import asyncio
async def child(n):
    try:
        print("child", n, "starts")
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("child", n, "cancelled", e.args)
        raise
    finally:
        print("child", n, "cleanup")

async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("ignored")
    return "done anyway"

async def main():
    t = asyncio.create_task(child(1))
    await asyncio.sleep(0)
    print(t.cancel("msg"), t.cancelling(), t.cancelled())
    try:
        await t
    except asyncio.CancelledError as e:
        print("main saw", e.args, t.cancelled())
    print(t.cancel())
    t = asyncio.create_task(child(2))
    print(t.cancel())
    try:
        await t
    except asyncio.CancelledError as e:
        print("never started", e.args)
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling(), t.uncancel(), t.uncancel())
    g = asyncio.gather(child(3), child(4))
    await asyncio.sleep(0.01)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args, g.cancelled())
    g = asyncio.gather(child(5), child(6), return_exceptions=True)
    await asyncio.sleep(0.01)
    g.cancel("m")
    try:
        print(await g)
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args, g.cancelled())
    t = asyncio.create_task(child(7))
    g = asyncio.gather(t, return_exceptions=True)
    await asyncio.sleep(0.01)
    t.cancel()
    print(await g)
    s = asyncio.shield(t2 := asyncio.create_task(child(8)))
    await asyncio.sleep(0.01)
    s.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("shield cancelled", t2.cancelled(), t2.done())
    t2.cancel()
    await asyncio.gather(t2, return_exceptions=True)
    async def outer():
        try:
            await child(9)
        except asyncio.CancelledError:
            print("outer cancelled")
            raise
    try:
        await asyncio.wait_for(outer(), 0.05)
    except asyncio.TimeoutError as e:
        print("timeout", type(e), e.args, type(e.__cause__))
    try:
        await asyncio.wait_for(outer(), 0)
    except asyncio.TimeoutError as e:
        print("timeout0", type(e))
    print(await asyncio.wait_for(stubborn(), 0.05))
    asyncio.create_task(child(10))
    await asyncio.sleep(0.01)
    return "main done"
print(asyncio.run(main()))
