class Lazy:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"made {name}"

    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)

    def __call__(self, *args):
        return sum(args)


lazy = Lazy()
print(lazy.anything)
lazy.real = 5
print(lazy.real, lazy(1, 2, 3))
print(getattr(lazy, "_hidden", "no"))
