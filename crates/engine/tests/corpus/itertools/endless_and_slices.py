import itertools as it
import operator
from itertools import *
print(list(chain([1, 2], 'ab', (x for x in range(2)))), list(chain.from_iterable([[1], [2, 3]])))
print(list(islice(count(), 5)), list(islice(count(10, 3), 2, 8, 2)), list(islice('abcdef', None)), list(islice('abcdef', 2, None)), next(count(2.5, 0.5)))
c = count(5)
next(c)
print(c, count(1, 2), repeat('x'), repeat('y', 3), list(repeat(1, 3)))
cy = cycle('ab')
print([next(cy) for _ in range(5)])
