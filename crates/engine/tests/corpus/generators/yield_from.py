def inner():
    x = yield 1
    print("inner got", x)
    yield 2
    return "result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [3, 4]
    yield from "ab"


g = outer()
print(next(g))
print(g.send("hello"))
print(list(g))


def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node


print(list(flatten([1, [2, [3, [4]], 5]])))
