from functools import *

class A:
    n = 0

    @lru_cache(maxsize=None)
    def m(self, x):
        A.n += 1
        return x + 1

    @cached_property
    def big(self):
        print('computing')
        return 42

    @cached_property
    def other(self):
        """doc"""
        return 1
a = A()
print(a.m(1), a.m(1), A.n, a.big, a.big, A.m.cache_info(), a.__dict__)
del a.big
print(a.big)
