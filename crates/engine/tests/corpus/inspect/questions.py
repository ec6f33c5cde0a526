import inspect
import types


def plain(x):
    # a comment
    return x + 1


def generator():
    yield 1


async def coroutine():
    return 1


async def asynchronous():
    yield 1


class Thing:
    kind = "thing"

    def method(self):
        text = """
not the end
"""
        return text

    @property
    def size(self):
        return 1


thing = Thing()
print(inspect.isfunction(plain), inspect.ismethod(thing.method), inspect.isclass(Thing), inspect.ismodule(types))
print(inspect.isgeneratorfunction(generator), inspect.isgenerator(generator()), inspect.isgeneratorfunction(plain))
print(inspect.iscoroutinefunction(coroutine), inspect.isasyncgenfunction(asynchronous), inspect.iscoroutinefunction(plain))
made = coroutine()
print(inspect.iscoroutine(made), inspect.isawaitable(made), inspect.isawaitable(3), inspect.getcoroutinestate(made))
made.close()
print(inspect.getcoroutinestate(made))
gen = generator()
print(inspect.getgeneratorstate(gen), next(gen), inspect.getgeneratorstate(gen), list(gen), inspect.getgeneratorstate(gen))
print(inspect.isbuiltin(len), inspect.isroutine(plain), inspect.isabstract(Thing))
print([name for name, value in inspect.getmembers(thing) if not name.startswith("__")])
print([name for name, value in inspect.getmembers(Thing, inspect.isfunction)])
print(inspect.getsource(plain), end="")
print(inspect.getsource(Thing.method), end="")
print(inspect.getsource(Thing))
print(inspect.getsourcelines(generator))


def outer():
    def inner():
        frame = inspect.currentframe()
        back = frame.f_back
        return frame.f_code.co_name, back.f_code.co_name, back.f_lineno, sorted(back.f_locals)

    value = 1
    return inner()


print(outer())
print([(info.function, info.lineno) for info in (lambda: inspect.stack())()])
print(inspect.getmodule(plain).__name__, inspect.getmro(Thing))
print(inspect.cleandoc("  first\n    second\n      third\n"))
