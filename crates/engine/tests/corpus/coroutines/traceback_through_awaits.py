# a traceback names every coroutine on the way
async def parse(text):
    return int(text)


async def load(name):
    values = [await parse(part) for part in name.split(",")]
    return values


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        return False

    async def get(self, name):
        return await load(name)


async def main():
    async with Session() as session:
        print("first")
        await session.get("1,2,x")


main().send(None)
