# await in every kind of expression
async def v(x):
    return x


class Box:
    async def get(self):
        return self

    def __getitem__(self, key):
        return ("item", key)

    name = "box"


async def main():
    print((await v(1)) + await v(2) * await v(3))
    print(-await v(4), not await v(0), await v(1) < await v(2) < await v(3))
    print([await v(1), *await v([2, 3])], {await v("k"): await v("v"), **await v({"a": 1})})
    print((await (await v(Box())).get()).name, (await v(Box()))[await v(5)])
    print(f"{await v('x')!r:>5} {await v(3.14159):.2f}")
    print(await v(1) if await v(True) else await v(2))
    print(await v(0) or await v("or"), await v(1) and await v("and"))
    print((lambda x: x + 1)(await v(1)), max(await v(3), await v(9), key=lambda n: -n))
    a, *b = await v([1, 2, 3])
    print(a, b)
    x = {}
    x[await v("key")] = await v("value")
    x[await v("key")] += await v("!")
    del x[await v("key")]
    print(x)
    assert await v(True), await v("message")
    if (n := await v(10)) > 5:
        print(n)
    for i in await v(range(2)):
        print(i, end=" ")
    while await v(i := i - 1) > -2:
        print(i, end=" ")
    print()
    try:
        raise await v(KeyError("raised"))
    except KeyError as error:
        print(error)
    with await v(open_(3)) as o:
        print(o)
    return await v("returned")


class open_:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self.n

    def __exit__(self, *args):
        return False


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
