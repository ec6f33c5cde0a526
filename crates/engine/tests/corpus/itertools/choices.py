import itertools as it
import operator
from itertools import *
cy = cycle((x for x in [1, 2, 3]))
print([next(cy) for _ in range(7)], list(cycle([])))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=3))[:4], list(product()), list(product('ab', [])))
print(list(permutations('abc')), list(permutations([1, 2, 3], 2)), list(permutations([1], 2)), list(permutations([], 0)))
print(list(combinations('abcd', 2)), list(combinations([1, 2], 3)), list(combinations([1, 2], 0)))
