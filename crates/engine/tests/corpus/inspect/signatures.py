import inspect
from typing import Optional


def f(a, b: int = 2, /, c="x", *args: str, d, e: Optional[int] = None, **kw) -> bool:
    """Doc of f.

    Indented.
    """


class Point:
    """A point."""

    def __init__(self, x: int, y: int = 0):
        self.x, self.y = x, y

    def move(self, dx, *, dy=1):
        pass

    @staticmethod
    def origin():
        pass

    @classmethod
    def make(cls, text: str):
        pass

    def __call__(self, n):
        pass


sig = inspect.signature(f)
print(sig, repr(sig))
for name, param in sig.parameters.items():
    print(name, param.kind, param.default is inspect.Parameter.empty, param.annotation is param.empty, repr(param))
print(sig.return_annotation, sig.parameters["b"].default, sig.parameters["args"].kind == inspect.Parameter.VAR_POSITIONAL)
print(inspect.signature(Point), inspect.signature(Point.move), inspect.signature(Point(1).move), inspect.signature(Point.make))
print(inspect.signature(Point.origin), inspect.signature(Point(1)), inspect.signature(lambda *a, **k: 0))
bound = sig.bind(1, 2, 3, 4, d=5, z=6)
print(bound, bound.args, bound.kwargs, bound.arguments)
bound.apply_defaults()
print(bound.arguments)
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2})):
    try:
        print(sig.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
try:
    inspect.signature(Point.move).bind(1, 2, 3)
except TypeError as error:
    print(error)
try:
    inspect.signature(3)
except TypeError as error:
    print(error)
print(inspect.getfullargspec(f))
print(inspect.getdoc(f), "|", inspect.getdoc(Point))
print(inspect.getcallargs(lambda a, b=3: 0, 1), inspect.Signature([inspect.Parameter("q", 1, default=4)]))
