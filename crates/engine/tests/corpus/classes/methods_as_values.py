class Counter:
    def __init__(self):
        self.n = 0

    def up(self, by=1):
        self.n += by
        return self.n


counter = Counter()
up = counter.up
print(up(), up(5), counter.n, Counter.up(counter, 10))
print([method() for method in [counter.up] * 3])
print(up.__name__, up.__self__ is counter)
Counter.down = lambda self: self.up(-1)
print(counter.down())
counter.up = lambda: "replaced"
print(counter.up(), Counter.up(counter))
print(list(map(Counter().up, [1, 2, 3])))
