# throw and close reach the innermost await
import time


class Pause:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        try:
            got = yield self.name
            print("resumed with", got)
            return got
        except BaseException as error:
            print("pause", self.name, "sees", type(error).__name__)
            raise


async def inner():
    try:
        await Pause("inner")
    finally:
        print("inner cleans up")
        time.sleep(0.001)


async def outer():
    try:
        await inner()
    except ValueError as error:
        print("outer handles", error)
        await Pause("second")
        return "handled"
    finally:
        print("outer cleans up")


c = outer()
print(c.send(None))
print(c.throw(ValueError("boom")))
try:
    c.send("go on")
except StopIteration as stop:
    print(stop.value)

c = outer()
c.send(None)
c.close()
print("closed")
c.close()

c = outer()
c.send(None)
try:
    c.throw(KeyError("other"))
except KeyError as error:
    print(repr(error))

fresh = outer()
try:
    fresh.throw(KeyError("before it began"))
except KeyError as error:
    print(repr(error))


async def stubborn():
    while True:
        try:
            await Pause("stubborn")
        except GeneratorExit:
            print("no")


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)
try:
    c.throw(SystemExit(3))
except SystemExit as error:
    print("exit", error.code)
