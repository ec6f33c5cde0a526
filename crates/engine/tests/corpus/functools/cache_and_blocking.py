from functools import *
import time

@cache
def g(x):
    return x
g(1)
g(1.0)
g('a')
print(g.cache_info())
try:
    g([])
except TypeError as e:
    print(e)

@lru_cache(None)
def slow(x):
    time.sleep(0.1)
    return x
print(slow(1), slow(1))
