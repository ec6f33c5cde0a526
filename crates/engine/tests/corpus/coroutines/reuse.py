# a coroutine runs once
async def once():
    return 1


def drive(c):
    try:
        c.send(None)
    except StopIteration as stop:
        return stop.value


c = once()
print(drive(c))
for what in (lambda: c.send(None), lambda: c.throw(ValueError("late")), lambda: next(c), lambda: list(c)):
    try:
        what()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
print(c.close())


async def again():
    shared = once()
    print(await shared)
    try:
        await shared
    except RuntimeError as error:
        print(error)


drive(again())
fresh = once()
try:
    fresh.send(5)
except TypeError as error:
    print(error)
fresh.close()
try:
    fresh.send(None)
except RuntimeError as error:
    print(error)


class Pause:
    def __await__(self):
        yield


async def slow():
    await Pause()


async def both():
    one = slow()
    first = awaits(one)
    second = awaits(one)
    first.send(None)
    try:
        second.send(None)
    except RuntimeError as error:
        print(error)
    first.close()


async def awaits(c):
    await c


drive(both())


async def itself():
    try:
        me.send(None)
    except ValueError as error:
        print(error)


me = itself()
drive(me)
