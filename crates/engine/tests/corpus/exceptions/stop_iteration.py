it = iter([1, 2])
print(next(it), next(it), next(it, "default"))
try:
    next(it)
except StopIteration as stop:
    print("stop", stop.value)


def g():
    yield 1
    raise StopIteration


try:
    list(g())
except RuntimeError as error:
    print(error)
