def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def default(a, b=1):
    pass


def keyword(*, k):
    pass


def keywords(a, *, k, m):
    pass


def star(a, *rest, k=1):
    pass


def only(a, b, /, c):
    pass


class Thing:
    def __init__(self, x):
        self.x = x

    def method(self, a, b=2):
        pass

    @classmethod
    def made(cls, a):
        pass

    @staticmethod
    def static(a):
        pass


class Empty:
    pass


thing = Thing(1)
tries = [
    lambda: none(1), lambda: none(1, 2), lambda: none(a=1), lambda: one(), lambda: one(1, 2), lambda: one(b=1), lambda: one(1, a=2),
    lambda: two(), lambda: two(1), lambda: two(b=1), lambda: three(), lambda: three(1), lambda: three(c=1), lambda: three(1, 2, 3, 4),
    lambda: default(), lambda: default(1, 2, 3), lambda: default(b=2), lambda: keyword(), lambda: keyword(1), lambda: keyword(1, k=2),
    lambda: keywords(1), lambda: keywords(1, k=1), lambda: keywords(1, 2, k=1, m=2), lambda: star(), lambda: star(1, x=2),
    lambda: only(1), lambda: only(1, 2), lambda: only(a=1, b=2, c=3), lambda: only(1, b=2, c=3), lambda: only(1, 2, 3, 4),
    lambda: Thing(), lambda: Thing(1, 2), lambda: Thing(y=1), lambda: thing.method(), lambda: thing.method(1, 2, 3), lambda: Thing.method(),
    lambda: thing.made(), lambda: Thing.made(1, 2), lambda: Thing.static(), lambda: thing.static(1, 2), lambda: Empty(1), lambda: Empty(a=1),
    lambda: object(1), lambda: 5(), lambda: "x"(), lambda: None(), lambda: [](), lambda: thing(), lambda: (1, 2)(3), lambda: {}(),
    lambda: one(**{"a": 1, "b": 2}), lambda: one(*[1, 2, 3]), lambda: one(1, **{"a": 2}), lambda: len(), lambda: len(1, 2), lambda: len(5),
    lambda: abs(), lambda: abs("x"), lambda: print(1, foo=2), lambda: int("1", "2"), lambda: isinstance(1), lambda: sorted(), lambda: sorted(5),
    lambda: sum(5), lambda: sum(["a"]), lambda: max(), lambda: max([]), lambda: min(5), lambda: range(), lambda: range("a"), lambda: range(1, 2, 0),
    lambda: zip(1), lambda: enumerate(), lambda: enumerate(5), lambda: map(), lambda: list(5), lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]),
    lambda: set(5), lambda: tuple(5), lambda: str(1, 2, 3, 4), lambda: round("x"), lambda: ord(5), lambda: chr(-1), lambda: hasattr(1), lambda: getattr(1),
    lambda: iter(5), lambda: next([]), lambda: reversed(5), lambda: reversed({1}), lambda: divmod(1), lambda: pow(1), lambda: hash(), lambda: id(), lambda: bool(1, 2),
]
for attempt in tries:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
