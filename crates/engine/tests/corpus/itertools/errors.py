import itertools as it
import operator
from itertools import *
print(type(chain()).__name__, type(count()).__name__, type(product()), iter(count()) is None)
for bad in (lambda: islice([1], -1), lambda: islice([1], 1, 2, 0), lambda: islice([1], 'a'), lambda: chain(5), lambda: list(chain(5)), lambda: combinations([1], -1), lambda: permutations([1], 'a'), lambda: product([1], repeat=-1), lambda: accumulate(3), lambda: cycle(3), lambda: tee([1], -1), lambda: count('a'), lambda: next(iter(chain()))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
