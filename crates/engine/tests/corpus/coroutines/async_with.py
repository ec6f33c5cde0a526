# async with: order, values, suppression, errors
class Resource:
    def __init__(self, name, swallow=()):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        print("enter", self.name)
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None, error, traceback is not None)
        return kind is not None and issubclass(kind, self.swallow)


def run(coro):
    try:
        coro.send(None)
    except StopIteration as stop:
        return stop.value


async def plain():
    async with Resource("a") as a, Resource("b") as b:
        print("body", a, b)
    async with (Resource("c") as c, Resource("d")):
        print("body", c)


run(plain())


async def raising():
    async with Resource("outer", ValueError):
        async with Resource("inner"):
            raise ValueError("lost")
    print("after")
    try:
        async with Resource("keeps"):
            raise KeyError("kept")
    except KeyError as error:
        print("caught", error)


run(raising())


async def leaving():
    for i in range(3):
        async with Resource(f"loop{i}"):
            if i == 0:
                continue
            if i == 1:
                break
    async with Resource("return"):
        return "value"


print(run(leaving()))


class NoExit:
    async def __aenter__(self):
        pass


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


class NotAsync:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


async def wrong(manager):
    async with manager:
        pass


async def wrong_sync(manager):
    with manager:
        pass


for coro in (wrong(NoExit()), wrong(Sync()), wrong(NotAsync()), wrong(5), wrong_sync(Resource("x"))):
    try:
        run(coro)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
