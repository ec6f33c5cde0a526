# one step of an asynchronous generator at a time
class Pause:
    def __await__(self):
        yield "paused"


async def slow():
    await Pause()
    yield 1
    await Pause()
    yield 2


g = slow()
first = g.__anext__()
print(first.send(None))
print(g.ag_running)
for other in (g.__anext__(), g.asend(None), g.athrow(ValueError), g.aclose()):
    try:
        other.send(None)
    except RuntimeError as error:
        print(error)
try:
    first.send(None)
except StopIteration as stop:
    print("item", stop.value)
print(g.ag_running)
second = g.__anext__()
print(second.send(None))
try:
    second.throw(KeyError("thrown in"))
except KeyError as error:
    print(repr(error))
print(g.ag_running, g.ag_frame)
third = g.__anext__()
try:
    third.send(None)
except StopAsyncIteration:
    print("over")
unused = slow().__anext__()
unused.close()
try:
    unused.send(None)
except RuntimeError as error:
    print(error)
