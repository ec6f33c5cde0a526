print(list(enumerate("ab")), list(enumerate(["x", "y"], 1)), list(enumerate([], start=5)), list(enumerate("ab", start=-1)), dict(enumerate("xy")))
for number, (key, value) in enumerate({"a": 1, "b": 2}.items(), start=10): print(number, key, value)
def letters():
    yield "p"
    yield "q"
print(list(enumerate(letters(), 100)), next(enumerate("z")), [i for i, c in enumerate("hello") if c == "l"], max(enumerate([3, 9, 2]), key=lambda pair: pair[1]))
values = iter([1, 2])
print(next(values), next(values), next(values, "default"), next(values, None), next(iter({"k": 1})), next(iter("s")))
count = 0
def tick():
    global count
    count += 1
    return count
print(list(iter(tick, 4)), count, type(iter(tick, 0)).__name__)
class Countdown:
    def __init__(self, start): self.current = start
    def __iter__(self): return self
    def __next__(self):
        if self.current <= 0: raise StopIteration
        self.current -= 1
        return self.current
print(list(Countdown(3)), sum(Countdown(4)), list(enumerate(Countdown(2))), list(zip(Countdown(2), Countdown(3))), 1 in Countdown(3), max(Countdown(5)), sorted(Countdown(3)), tuple(Countdown(2)), [*Countdown(2)], set(Countdown(2)))
for call in (lambda: next([1]), lambda: next(iter([])), lambda: iter(3), lambda: enumerate(3), lambda: iter(3, 4), lambda: next(), lambda: enumerate([1], "a"), lambda: enumerate(), lambda: iter(Countdown), lambda: next(Countdown(0)), lambda: list(enumerate([1], start=2.5))):
    try: print(call())
    except (TypeError, StopIteration) as error: print(type(error).__name__, error)
for kind in ([], (), {}, set(), "", b"", range(1), {}.keys(), {}.values(), {}.items()):
    print(type(iter(kind)).__name__, end=" ")
print()
