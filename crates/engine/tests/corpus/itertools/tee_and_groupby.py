import itertools as it
import operator
from itertools import *
print(list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise('abcd')), list(pairwise([])), list(zip_longest('ab', [1, 2, 3], fillvalue='-')), list(zip_longest()))
a, b, c = tee([1, 2, 3], 3)
print(next(a), list(b), list(a), list(c))
for k, g in groupby('aaabbcaa'):
    print(k, list(g), end=' ')
print()
for k, g in groupby([('a', 1), ('a', 2), ('b', 3)], key=lambda t: t[0]):
    print(k, [x[1] for x in g])
gs = [(k, g) for k, g in groupby('aabb')]
print([(k, list(g)) for k, g in gs])
