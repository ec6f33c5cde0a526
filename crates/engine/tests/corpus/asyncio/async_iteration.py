import asyncio
async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.001)
            yield i
    finally:
        print("agen closed")
class Ctx:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter")
        return self
    async def __aexit__(self, *a):
        await asyncio.sleep(0)
        print("exit", a[0])
        return True
class It:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0.001).__await__()
        return "awaited"
async def main():
    print([x async for x in agen(3)])
    async for x in agen(5):
        if x == 1:
            break
    print([x async for x in It(3) if x != 1])
    async with Ctx() as c:
        raise ValueError
    print(await Aw())
    print(await asyncio.gather(Aw(), asyncio.sleep(0, 2)))
    print(await asyncio.wait_for(Aw(), 1))
    g = agen(2)
    print(await g.__anext__(), await anext(g))
    await g.aclose()
    g2 = agen(9)
    print(await anext(g2))
asyncio.run(main())
