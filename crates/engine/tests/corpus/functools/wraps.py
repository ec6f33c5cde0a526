from functools import *

def deco(fn):

    @wraps(fn)
    def w(*a, **k):
        """wrapper doc"""
        return fn(*a, **k)
    return w

@deco
def hello(name: str) -> str:
    """says hi"""
    return 'hi ' + name
print(hello('x'), hello.__name__, hello.__doc__, hello.__wrapped__.__name__, hello.__qualname__, hello.__module__, hello.__annotations__)
