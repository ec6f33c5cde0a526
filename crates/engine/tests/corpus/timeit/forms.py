import timeit
from timeit import Timer, default_timer

calls = []


def work(n=3):
    calls.append(n)
    return sum(range(n))


started = default_timer()
taken = timeit.timeit(work, number=5)
print(len(calls), taken >= 0, isinstance(taken, float), default_timer() >= started)
taken = timeit.timeit("work(4)", setup="from __main__ import work", number=3)
print(len(calls), calls[-1], taken > 0)
taken = timeit.timeit("total += work(7)\ntotal += 1", setup="total = 0", number=2, globals=globals())
print(len(calls), calls[-1])
print(len(timeit.repeat(lambda: work(1), repeat=3, number=4)), len(calls))
timer = Timer("calls.append('text')", globals=globals())
print(len(timer.repeat(2, 2)), calls[-4:], timeit.default_number, timeit.default_repeat)
number, taken = Timer("time.sleep(0.045)", "import time").autorange()
print(number, taken >= 0.2)
try:
    Timer(5)
except ValueError as error:
    print(error)
