from functools import *

def f(a, b=2, *c, d=4):
    return (a, b, c, d)
p = partial(f, 1, d=5)
print(p(), p(3), p(3, 4, d=9), p.func is f, p.args, p.keywords)
print(partial(p, 7)(8), partial(int, base=2)('101'), str(partial(print, 'a', sep='-')))
try:
    partial(5)
except TypeError as e:
    print(e)
try:
    partial()
except TypeError as e:
    print(e)
