import asyncio
import functools


def hello(loop, n):
    print("hello", n)
    if n == 3:
        loop.stop()
    else:
        loop.call_soon(hello, loop, n + 1)


def later(name, *, shout=False):
    print(name.upper() if shout else name)


loop = asyncio.new_event_loop()
loop.call_soon(hello, loop, 1)
loop.run_forever()
print("stopped")
loop.call_later(0.15, later, "third")
loop.call_later(0.05, later, "first")
loop.call_at(loop.time() + 0.1, functools.partial(later, "second", shout=True))
handle = loop.call_later(0.08, later, "never")
handle.cancel()
print(handle.cancelled())
loop.call_later(0.2, loop.stop)
loop.run_forever()
loop.close()
