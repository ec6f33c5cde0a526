from collections import *
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], sum(c.values()), c.total(), sorted(c.elements())[:3], list(c))
c.update('aaa')
c.subtract({'b': 5})
print(c, +c, -c, Counter(a=1) + Counter(a=2, b=1), Counter(a=3) - Counter(a=1), Counter(a=3, b=1) & Counter(a=1), Counter(a=3) | Counter(b=1))
print(Counter([1, 1, 2]) == Counter([2, 1, 1]), Counter(), Counter(a=1, b=2).most_common(), dict(Counter('aab')), Counter({'x': 3}), Counter('ab') <= Counter('aab'))
c['q'] += 2
del c['nope']
print(c['q'], 'nope' in c, c.copy() == c)
