class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, name="default"):
        print("making", name)
        self.name = name


first = Config("one")
second = Config("two")
print(first is second, second.name)


class Registry(type):
    known = {}

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if bases:
            Registry.known[name.lower()] = cls

    def __iter__(cls):
        return iter(sorted(Registry.known))

    def __len__(cls):
        return len(Registry.known)

    def __contains__(cls, name):
        return name in Registry.known

    def __getitem__(cls, name):
        return Registry.known[name]

    def __getattr__(cls, name):
        if name.startswith("make_"):
            return Registry.known[name[5:]]
        raise AttributeError(f"no {name} here")

    def __repr__(cls):
        return f"<registered {cls.__name__}>"

    def __bool__(cls):
        return bool(Registry.known)

    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __add__(cls, other):
        return f"{cls.__name__}+{other.__name__}"


class Plugin(metaclass=Registry):
    pass


print(bool(Plugin), len(Plugin))


class Alpha(Plugin):
    def run(self):
        return "alpha runs"


class Beta(Plugin):
    def run(self):
        return "beta runs"


print(list(Plugin), len(Plugin), "alpha" in Plugin, "gamma" in Plugin)
print(Plugin["beta"], Plugin["beta"]().run(), Plugin.make_alpha().run())
print(sorted([Beta, Alpha]), Alpha + Beta)
try:
    Plugin.other
except AttributeError as error:
    print(error)
