import types
from types import DynamicClassAttribute, SimpleNamespace


class Base:
    registry = []

    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry.append((cls.__name__, tag))


def body(namespace):
    namespace["answer"] = 42
    namespace["ask"] = lambda self: self.answer


Made = types.new_class("Made", (Base,), {"tag": "t"}, body)
print(Made().ask(), Base.registry, Made.__bases__[0].__name__, types.resolve_bases((list, Base)) == (list, Base))
Other = type("Other", (Made,), {"answer": 7})
print(Other().ask(), Base.registry[-1])


@types.coroutine
def ticking():
    got = yield "tick"
    return got * 2


async def use():
    return await ticking() + 1


coroutine = use()
print(coroutine.send(None), type(coroutine).__name__, isinstance(coroutine, types.CoroutineType))
try:
    coroutine.send(10)
except StopIteration as stop:
    print(stop.value)


def func(a, b=2, *args, c, **kw):
    local = a
    return local


code = func.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_varnames, code.co_flags & 0x0C)
print(func.__defaults__, func.__kwdefaults__, func.__name__, func.__qualname__, func.__module__)
spaces = [SimpleNamespace(n=n) for n in range(3)]
print(spaces, max(spaces, key=lambda space: space.n), spaces[0] == SimpleNamespace(n=0), spaces[0] == spaces[1])
space = SimpleNamespace(**{"x": 1}, y=[2])
space.z = space.x + space.y[0]
del space.x
print(space, hasattr(space, "x"), space.__dict__)


class Both:
    @DynamicClassAttribute
    def name(self):
        return "from instance"


print(Both().name)
try:
    Both.name
except AttributeError:
    print("not on the class")
try:
    raise ValueError
except ValueError as error:
    print(isinstance(error.__traceback__, types.TracebackType), isinstance(error.__traceback__.tb_frame, types.FrameType))
method = Made().ask
print(isinstance(method, types.FunctionType), types.MethodType(func, 5)(c=1), isinstance({}.keys, types.BuiltinMethodType))
