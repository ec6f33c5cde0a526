# a traceback of an exception thrown into a generator
def inner():
    try:
        yield "ready"
    finally:
        print("inner leaves")


def outer():
    yield from inner()


g = outer()
print(next(g))
g.throw(
    ValueError(
        "from outside"
    )
)
