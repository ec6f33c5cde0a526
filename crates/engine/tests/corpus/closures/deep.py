def a(x):
    def b(y):
        def c(z):
            nonlocal x
            x += z
            return x, y, z

        return c

    return b


c = a(1)(2)
print(c(3), c(4))


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x

    return run


print(compose(lambda x: x + 1, lambda x: x * 2, str)(4))
