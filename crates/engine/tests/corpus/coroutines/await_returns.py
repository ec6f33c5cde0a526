# await gives what the coroutine returns; drives it by hand
async def add(a, b):
    return a + b


async def twice(x):
    first = await add(x, x)
    second = await add(first, first)
    return first, second


async def nothing():
    pass


def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value
    raise RuntimeError("it waits")


print(run(add(1, 2)))
print(run(twice(5)))
print(run(nothing()))
print(run(add("a", "b")))
for call in (lambda: run(add(1, "x")), lambda: run(add())):
    try:
        call()
    except TypeError as error:
        print(type(error).__name__, error)
total = 0


async def loop():
    global total
    for i in range(5):
        total += await add(i, 1)
    return [await add(i, i) for i in range(3)], {i: await add(i, 0) for i in "ab" and (1, 2)}


print(run(loop()), total)
print(run(add(*[3, 4])), run(add(**{"a": 1, "b": 2})))
