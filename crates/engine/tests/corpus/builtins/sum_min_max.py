print(sum([]), sum([1, 2, 3]), sum(range(101)), sum([1.5, 2]), sum([[1], [2]], []), sum([1, 2], start=10), sum((True, True)), sum(x * x for x in range(5)))
print(sum([0.1] * 10), sum([10**20, -10**20, 1]), sum({1: 2, 3: 4}), sum([(1,), (2,)], ()), sum([1, 2.5, 3j]))
print(min(3, 1, 2), max(3, 1, 2), min([4, 2]), max("hello"), min("b", "a"), max([1, 5], [1, 4], [0, 9]), min({3: "x", 1: "y"}), max(1, 1.0), max(1.0, 1))
words = ["pear", "fig", "banana", "kiwi"]
print(min(words, key=len), max(words, key=len), max(words, key=lambda word: word[-1]), min(words, default="none"), max([], default=None), min((), default=0, key=len), max(words, key=None))
print(max({"a": 3, "b": 7}.items(), key=lambda item: item[1]), min([(2, "b"), (1, "z")]), max([float("nan"), 1]), min(x for x in [3, 1, 2]))
for call in (lambda: min([]), lambda: max(()), lambda: min(), lambda: max(3), lambda: max(1, "a"), lambda: min(1, 2, default=3), lambda: sum(["a", "b"]), lambda: sum([], ""), lambda: sum([b"a"], b""), lambda: sum(3), lambda: sum([1], [2]), lambda: max([1, None]), lambda: min([], key=len), lambda: max(1, 2, foo=3)):
    try: print(call())
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
class Money:
    def __init__(self, cents): self.cents = cents
    def __add__(self, other): return Money(self.cents + getattr(other, "cents", other))
    __radd__ = __add__
    def __lt__(self, other): return self.cents < other.cents
    def __repr__(self): return f"Money({self.cents})"
print(sum([Money(3), Money(4)]), min(Money(5), Money(2)), sorted([Money(9), Money(1)]), max([Money(1), Money(8)], key=lambda m: m.cents))
