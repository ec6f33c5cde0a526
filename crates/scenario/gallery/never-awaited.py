# Calling a coroutine function runs none of its lines: it only makes a coroutine.
import asyncio

AWAIT_IT = False  #@param {type:"boolean"}


async def greet(name):
    print("hello", name)
    return len(name)


async def main():
    made = greet("Ada")
    print("made a", type(made).__name__)
    if AWAIT_IT:
        print("its result is", await made)


asyncio.run(main())
