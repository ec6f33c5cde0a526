import sys
from functools import cache, lru_cache


def make(decorate):
    @decorate
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    return fib


for n in (300, 480, 510, 900):
    try:
        print(n, make(lru_cache(maxsize=None))(n))
    except RecursionError as error:
        print(n, "RecursionError", error)
fib = make(cache)
for n in range(0, 2001, 200):
    fib(n)
print(len(str(fib(2000))), fib.cache_info())
sys.setrecursionlimit(5000)
print(len(str(make(lru_cache(maxsize=100))(1500))))


@lru_cache(maxsize=None)
def grid(rows, columns):
    if not rows or not columns:
        return 1
    return grid(rows - 1, columns) + grid(rows, columns - 1)


print(grid(16, 16), grid.cache_info())
