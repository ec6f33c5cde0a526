class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return int(self.value)

    def __float__(self):
        return float(self.value)

    def __index__(self):
        return int(self.value)

    def __str__(self):
        return f"str {self.value}"

    def __repr__(self):
        return f"Number({self.value})"

    def __format__(self, spec):
        return f"format {self.value} with {spec!r}"

    def __trunc__(self):
        return 99

    def __bool__(self):
        return self.value > 2


n = Number(3.7)
print(int(n), float(n), str(n), repr(n), f"{n}", f"{n:>10}", f"{n!r:>14}|", f"{n!s}", format(n, "abc"), "{:x}".format(n))
print([10, 20, 30, 40][n], "abcdef"[Number(1):n], list(range(n)), hex(n), bin(n), bool(n), bool(Number(1)))
print("%s %r %d" % (n, n, n), [n], (n,), {n: n})


class OnlyRepr:
    def __repr__(self):
        return "<only repr>"


o = OnlyRepr()
print(o, str(o), f"{o}", f"{o!r}", [o], "{0}".format(o))
for action in (lambda: f"{o:>5}", lambda: int(o), lambda: float(o), lambda: [1][o], lambda: range(o), lambda: "%d" % o,
               lambda: f"{[]:5}", lambda: f"{None:>5}", lambda: "abc" * 1.5, lambda: hex(1.5), lambda: chr("a"), lambda: ord("ab")):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Wrong:
    def __str__(self):
        return 5

    def __repr__(self):
        return None

    def __int__(self):
        return "x"

    def __float__(self):
        return 1

    def __bool__(self):
        return 1

    def __hash__(self):
        return "h"

    def __index__(self):
        return 1.0

    def __format__(self, spec):
        return 3


w = Wrong()
for action in (lambda: str(w), lambda: repr(w), lambda: int(w), lambda: float(w), lambda: bool(w), lambda: hash(w),
               lambda: [1][w], lambda: f"{w}", lambda: print(w)):
    try:
        print(action())
    except TypeError as error:
        print(error)
