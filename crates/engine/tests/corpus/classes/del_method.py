import gc


class Resource:
    def __init__(self, name):
        self.name = name
        print("open", name)

    def __del__(self):
        print("close", self.name)


a = Resource("deleted")
del a
print("after del")
b = Resource("rebound")
b = None
print("after rebinding")


def use():
    local = Resource("local")
    print("using", local.name)


use()
print("after the call")


def give():
    kept = Resource("returned")
    return kept


c = give()
print("still there", c.name)
alias = c
del c
print("an alias keeps it")
alias = 0


class Child(Resource):
    pass




child = Child("child")
del child
cycle = Resource("cycle")
cycle.me = cycle
del cycle
print("before collect")
gc.collect()
print("after collect")
for name in ("first", "second"):
    item = Resource(name)
print("after loop")
del item
last = Resource("at exit")
also = [Resource("in a list at exit")]
print("end")
