# sys.set_asyncgen_hooks: the event loop hears of asynchronous generators
import sys


def first(agen):
    print("first iteration of", agen.__name__)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers over")


async def main():
    g = numbers()
    print(await g.__anext__())
    print(await g.__anext__())
    await g.aclose()
    async for x in numbers():
        print(x)


def run(coro):
    try:
        coro.send(None)
    except StopIteration:
        pass


print(sys.get_asyncgen_hooks().firstiter)
sys.set_asyncgen_hooks(firstiter=first)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks().finalizer)
run(main())
sys.set_asyncgen_hooks(firstiter=None)
run(main())
