values = iter([1, 2, 3])
print(next(values), list(values), next(values, None))
countdown = [3]


def tick():
    countdown[0] -= 1
    return countdown[0]


print(list(iter(tick, 0)))
it = iter({"a": 1, "b": 2})
print(next(it), next(it))
z = zip([1, 2, 3], "ab")
print(next(z), list(z))
m = map(str, range(3))
print(next(m), "".join(m))
print(type(iter([])).__name__, type(range(3)).__name__, type({}.keys()).__name__)
