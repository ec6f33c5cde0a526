class Tracked:
    depth = 0

    def __enter__(self):
        Tracked.depth += 1
        return Tracked.depth

    def __exit__(self, *details):
        Tracked.depth -= 1


t = Tracked()
with t as one:
    with t as two:
        print(one, two, Tracked.depth)
print(Tracked.depth)
try:
    with t:
        raise KeyError("k")
except KeyError:
    print(Tracked.depth)
