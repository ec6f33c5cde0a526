# asynchronous comprehensions and generator expressions
async def items(*values):
    for value in values:
        yield value


async def double(x):
    return x * 2


async def main():
    print([x async for x in items(1, 2, 3)])
    print({x % 2 async for x in items(1, 2, 3)})
    print({x: x * x async for x in items(1, 2, 3)})
    print([x async for x in items(*range(10)) if x % 3 == 0 if x])
    print([await double(x) for x in range(3)])
    print([await double(x) async for x in items(1, 2)])
    print([(x, y) async for x in items(1, 2) for y in "ab"])
    print([(x, y) for x in "ab" async for y in items(1, 2)])
    print([x for x in [1, 2, 3] if await double(x) > 2])
    print([[y async for y in items(x, x + 1)] for x in range(2)])
    print([[y async for y in items(x)] async for x in items("p", "q")])
    lazy = (x + 100 async for x in items(1, 2))
    print(type(lazy).__name__, lazy.__name__)
    async for x in lazy:
        print(x)
    awaited = (await double(x) for x in range(3))
    print(type(awaited).__name__)
    print([x async for x in awaited])
    plain = (x for x in [y async for y in items(7, 8)])
    print(type(plain).__name__, list(plain))
    n = 10
    print([x + n async for x in items(1)], {k: v async for k, v in items((1, 2))})


try:
    main().send(None)
except StopIteration:
    print("end")
