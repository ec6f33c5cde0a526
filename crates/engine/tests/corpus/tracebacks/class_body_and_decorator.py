def register(kind):
    def wrap(cls):
        raise LookupError(f"no {kind}")
    return wrap


try:
    @register("plugin")
    class Plugin:
        pass
except LookupError as error:
    print(error)


class Config:
    base = 10
    table = {
        name: base / 0
        for name in "ab"
    } if False else None
    limit = int("ten")
