# a generator that nobody knows any more is closed at once
def g(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


for x in g("break"):
    print(x)
    break
print("after break")


def first(name):
    for x in g(name):
        return x


print(first("return"))


def local():
    it = g("local")
    next(it)
    print("leaving")


local()
print("left")
kept = g("kept")
for x in kept:
    break
print("still there", next(kept))
kept.close()
deleted = g("deleted")
next(deleted)
del deleted
print("after del")


class Holder:
    def __init__(self):
        self.it = g("held")
        next(self.it)


holder = Holder()
print("held", next(holder.it))
holder.it.close()


def passes(it):
    next(it)
    return it


same = passes(g("passed"))
print("passed on", next(same), list(same))


def nested():
    for x in g("outer"):
        for y in g("inner"):
            break
        print("between")
        break


nested()
at_exit = g("at exit")
next(at_exit)
print("end")
