# return in generators: StopIteration.value and yield from
def averager():
    total, count = 0, 0
    while True:
        x = yield
        if x is None:
            break
        total += x
        count += 1
    return total / count if count else None


def grouper(results, key):
    while True:
        results[key] = yield from averager()


results = {}
for key, values in {"a": [1, 2, 3], "b": [10.5, 20.5], "c": []}.items():
    group = grouper(results, key)
    next(group)
    for value in values:
        group.send(value)
    group.send(None)
print(results)


def returns(value):
    if False:
        yield
    return value


def collects():
    got = []
    for value in (None, 5, (1, 2), [1], StopIteration(3)):
        got.append((yield from returns(value)))
    return got


try:
    next(collects())
except StopIteration as stop:
    print(stop.value)
try:
    next(returns((1, 2)))
except StopIteration as stop:
    print(stop.value, stop.args)


def early(n):
    for i in range(10):
        if i == n:
            return "early"
        yield i
    return "late"


def run(n):
    result = yield from early(n)
    yield result


print(list(run(2)), list(run(10))[-1])
first = early(0)
print(next(first, "none"))


def finally_returns():
    try:
        yield 1
        return "try"
    finally:
        print("finally")


def wraps():
    print((yield from finally_returns()))


print(list(wraps()))
