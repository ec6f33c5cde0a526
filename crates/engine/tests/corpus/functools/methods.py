from functools import *

class C:

    def st(self, v, w=0):
        self.v = (v, w)
        return self
    on = partialmethod(st, True)
    off = partialmethod(st, False, w=3)
print(C().on().v, C().off().v)

class D:

    @singledispatchmethod
    def go(self, x):
        return 'any'

    @go.register(int)
    def _(self, x):
        return 'int'

    @go.register
    def _(self, x: str):
        return 'str'
print(D().go(1), D().go('a'), D().go(1.5))
