from functools import *

@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info(), fib.cache_parameters())
fib.cache_clear()
print(fib.cache_info())

@lru_cache(maxsize=2)
def sq(x):
    print('calc', x)
    return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2), sq.cache_info())

@lru_cache
def k(a, b=1, **kw):
    return (a, b)
k(1)
k(1, 1)
k(a=1)
k(1, b=1)
print(k.cache_info(), k.__name__)

@lru_cache(maxsize=0)
def z(x):
    return x
z(1)
z(1)
print(z.cache_info(), repr(z)[:40])

@lru_cache(typed=True)
def t(x):
    return x
t(1)
t(1.0)
t(True)
print(t.cache_info())
