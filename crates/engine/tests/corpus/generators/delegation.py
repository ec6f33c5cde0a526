# yield from with every protocol: generators, lists, iterators with send, throw and close
class Plain:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("plain result")
        return self.n


class Full(Plain):
    def send(self, value):
        print("send", value)
        return next(self)

    def throw(self, error):
        print("throw", repr(error) if not isinstance(error, type) else error)
        if isinstance(error, KeyError):
            raise StopIteration("from throw")
        if isinstance(error, ValueError):
            raise error
        return "thrown"

    def close(self):
        print("close")


def over(iterable):
    result = yield from iterable
    print("result", result)
    yield "end"


print(list(over([1, 2])), list(over("ab")), list(over(range(2))), list(over({"k": 1})))
print(list(over(Plain())))
g = over(Full())
print(next(g), g.send("x"), g.send(None))
print(g.throw(IndexError("i")))
print(g.throw(KeyError("k")))
g = over(Full())
next(g)
try:
    g.throw(ValueError("v"))
except ValueError as error:
    print(repr(error))
g = over(Full())
next(g)
g.close()
g = over(Plain())
next(g)
try:
    g.send(5)
except AttributeError as error:
    print(error)
g = over(Plain())
next(g)
try:
    g.throw(ValueError("no throw method"))
except ValueError as error:
    print(error)
for wrong in (5, None, print):
    try:
        next(over(wrong))
    except TypeError as error:
        print(error)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)))


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4, []]), 5], [[6]]])))
