class Stack:
    def __init__(self):
        self.items = []

    def push(self, *items):
        self.items.extend(items)
        return self

    def pop(self):
        return self.items.pop()

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __getitem__(self, i):
        return self.items[i]


s = Stack().push(1, 2, 3).push(4)
s[0] = "x"
del s[1]
print(s.items, s.pop(), s[-1], s[0:2])
print([item for item in s])
