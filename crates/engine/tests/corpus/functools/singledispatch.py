from functools import *

@singledispatch
def show(x):
    return 'obj ' + repr(x)

@show.register(int)
def _(x):
    return 'int ' + str(x)

@show.register
def _(x: list):
    return 'list %d' % len(x)
print(show(1), show([1, 2]), show('s'), show(True), show.dispatch(int)(5), sorted((t.__name__ for t in show.registry)))
