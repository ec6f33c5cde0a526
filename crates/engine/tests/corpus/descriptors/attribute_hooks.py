class Recorder:
    def __init__(self):
        object.__setattr__(self, "log", [])
        self.first = 1

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"{type(self).__name__!r} has no {name!r}")

    def __setattr__(self, name, value):
        self.log.append(("set", name))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)

    def __dir__(self):
        return ["log", "dyn_x"]


r = Recorder()
r.second = 2
del r.first
print(r.log, r.dyn_hello, dir(r))
for name in ("missing", "first"):
    try:
        getattr(r, name)
    except AttributeError as error:
        print(error)
print(getattr(r, "nothing", "default"), hasattr(r, "dyn_q"), hasattr(r, "nope"))


class Every:
    value = 1

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        if name.startswith("__"):
            return object.__getattribute__(self, name)
        return f"<{name}>"

    def __getattr__(self, name):
        return f"fallback {name}"


e = Every()
print(e.value, e.anything, e.secret, e.__class__.__name__)


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        print("forward", name)
        return getattr(self._target, name)


proxy = Proxy([1, 2, 3])
proxy.append(4)
print(proxy.index(3), proxy._target)
try:
    proxy.wrong
except AttributeError as error:
    print(error)


class Record(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


record = Record(a=1)
record.b = 2
print(record.a, record, record["b"])
del record.a
print(record)
try:
    record.a
except KeyError as error:
    print("KeyError", error)
