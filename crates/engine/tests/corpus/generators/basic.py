def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "done"


print(list(count(4)))
g = count(2)
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
print(next(g, "empty"))
