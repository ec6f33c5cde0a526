class Config:
    names = [name for name in ("a", "b")]
    size = len(names)
    for i in range(3):
        last = i

    def show(self):
        return self.names, self.size, self.last

    class Inner:
        value = 7


print(Config().show(), Config.Inner.value, Config.i)
print(Config.__name__, Config.Inner.__qualname__, Config.__module__)
