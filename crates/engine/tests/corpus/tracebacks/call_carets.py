def inner(value):
    return int(value) + 1


def outer(values):
    return [inner(value) for value in values]


print(outer(["1", "2"]))
print(sum(outer(["1", "x"])))
