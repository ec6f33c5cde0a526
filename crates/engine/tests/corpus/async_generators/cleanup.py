# finally and async with inside asynchronous generators
def run(coro):
    while True:
        try:
            coro.send(None)
        except StopIteration as stop:
            return stop.value


class Pause:
    def __await__(self):
        yield


class Connection:
    async def __aenter__(self):
        print("connect")
        await Pause()
        return self

    async def __aexit__(self, kind, error, traceback):
        await Pause()
        print("disconnect", kind.__name__ if kind else None)


async def rows(n):
    async with Connection():
        for i in range(n):
            yield i


async def reads():
    try:
        async for row in rows(3):
            yield row * 10
    finally:
        await Pause()
        print("reads over")


async def all_of_them():
    async for x in reads():
        print("row", x)


run(all_of_them())


async def some():
    g = reads()
    async for x in g:
        print("row", x)
        if x == 10:
            break
    async for x in g:
        print("rest", x)
    print("after break")


run(some())


async def failing():
    g = rows(5)
    try:
        async for x in g:
            if x == 1:
                raise LookupError("bad row")
    except LookupError as error:
        print("caught", error)
        await g.aclose()
    print("end")


run(failing())
