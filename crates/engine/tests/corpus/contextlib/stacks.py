from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


class Resource:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        print("close", self.name, exc_type.__name__ if exc_type else None)
        return self.swallow

    def close(self):
        print("closed", self.name)


with ExitStack() as stack:
    names = [stack.enter_context(Resource(n)).name for n in "abc"]
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *details: print("pushed", details[0]))
    print(names)
with ExitStack() as stack:
    stack.enter_context(Resource("outer"))
    stack.enter_context(Resource("inner", swallow=True))
    raise ValueError("goes no further than inner")
try:
    with ExitStack() as stack:
        stack.enter_context(Resource("x"))
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))
stack = ExitStack()
stack.enter_context(Resource("kept"))
kept = stack.pop_all()
stack.close()
print("not yet")
kept.close()
try:
    ExitStack().enter_context(3)
except TypeError as error:
    print(error)
with closing(Resource("closing")) as resource:
    print(resource.name)
with suppress(KeyError, IndexError):
    {}["missing"]
    print("never")
with suppress(LookupError):
    [][0]
try:
    with suppress(KeyError):
        raise ValueError("not suppressed")
except ValueError as error:
    print(error)
with nullcontext("given") as value, nullcontext() as nothing:
    print(value, nothing)
