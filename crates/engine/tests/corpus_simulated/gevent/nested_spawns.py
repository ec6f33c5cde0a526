import gevent


def leaf(n):
    gevent.sleep(0.01 * (3 - n))
    print("leaf", n)
    return n


def node(name):
    children = [gevent.spawn(leaf, n) for n in range(3)]
    gevent.joinall(children)
    print("node", name)
    return sum(g.value for g in children)


def root():
    a, b = gevent.spawn(node, "a"), gevent.spawn(node, "b")
    return a.get() + b.get()


print(gevent.spawn(root).get())


def fib(n):
    if n < 2:
        return n
    a, b = gevent.spawn(fib, n - 1), gevent.spawn(fib, n - 2)
    return a.get() + b.get()


print(fib(8))


def generator():
    for n in range(3):
        gevent.sleep(0)
        yield n


def over(name):
    return [(name, n) for n in generator()]


print([g.value for g in gevent.joinall([gevent.spawn(over, n) for n in "ab"])])


def handler():
    try:
        raise ValueError("inside")
    except ValueError as error:
        gevent.sleep(0.01)
        print("still", error)
        try:
            raise
        except ValueError as again:
            return again is error


print([g.value for g in gevent.joinall([gevent.spawn(handler) for _ in range(2)])])
