"""A counter object: attributes and method calls."""


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n


counter = Counter()
for i in range(200_000):
    counter.add(i)
