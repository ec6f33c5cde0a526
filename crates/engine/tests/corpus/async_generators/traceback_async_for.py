# a traceback through async for and a generator
async def numbers(n):
    for i in range(n):
        yield 10 // (2 - i)


async def scaled(n):
    async for x in numbers(n):
        yield x * 2


async def main():
    total = 0
    async for x in scaled(4):
        print(x)
        total += x
    print(total)


main().send(None)
