import asyncio


async def greet(name, delay):
    print(f"Hello, {name}")
    await asyncio.sleep(delay)
    print(f"Goodbye, {name}")
    return len(name)


async def main():
    print("main starts")
    first = await greet("Ada", 0.05)
    second = await greet("Grace", 0.02)
    print("total", first + second)


asyncio.run(main())
print("done")
