colour = 1


def f():
    return coluor


f()
