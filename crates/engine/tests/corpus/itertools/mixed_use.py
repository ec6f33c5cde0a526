import itertools as it
import operator
from itertools import *
r = it.count()
print(next(r), next(r), [x for _, x in zip(range(3), r)])
s = chain([1], [2])
print(iter(s) is s, next(s), list(s), list(s), next(s, 'end'))
print(sum(islice(count(1), 100)), max(product([1, 5], [2, 9])), sorted(permutations([3, 1, 2]))[0], dict(zip('ab', count())), list(zip(count(), 'ab')), list(enumerate(chain('ab'))))
x = iter([1, 2, 3, 4, 5])
print(list(islice(x, 2)), list(x))
print(2 in count(), [*chain('ab'), *repeat(1, 2)], list(map(lambda a, b: a + b, count(), [1, 2])), list(it.chain(*[[1], [2]])))
