# what coroutine objects tell about themselves
class Wait:
    def __await__(self):
        return (yield "waiting")


async def work(n):
    """Works."""
    await Wait()
    return n


c = work(3)
print(type(c), type(c).__name__)
print(c.__name__, c.__qualname__, work.__name__, work.__doc__)
print(c.cr_running, c.cr_await, c.cr_suspended, c.cr_origin)
print(c.cr_code.co_name, c.cr_frame is None)
print(c.send(None))
print(c.cr_running, type(c.cr_await).__name__, c.cr_suspended)
try:
    c.send("x")
except StopIteration as stop:
    print(stop.value)
print(c.cr_running, c.cr_await, c.cr_frame, c.cr_suspended)
print(hasattr(c, "__await__"), hasattr(c, "__iter__"), hasattr(c, "__next__"), hasattr(c, "send"))


class Service:
    async def handle(self):
        return self

    @staticmethod
    async def static():
        return "static"

    @classmethod
    async def make(cls):
        return cls.__name__


s = Service()
for coro in (s.handle(), Service.static(), Service.make()):
    print(coro.__qualname__)
    try:
        coro.send(None)
    except StopIteration as stop:
        print(stop.value is s or stop.value)
last = work(1)
text = repr(last)
print(text.startswith("<coroutine object work at 0x"), text.endswith(">"))
last.close()
