def show(first, *rest, key=0, **more):
    return (first, rest, key, sorted(more.items()))


print(show(1))
print(show(1, 2, 3))
print(show(1, *[2, 3], key=4, **{"b": 5, "a": 6}))
print(show(*range(4), z=1))
print(show(*"ab", *"cd"))
