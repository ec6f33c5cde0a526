from collections import *
dd = defaultdict(list)
dd['a'].append(1)
dd['a'].append(2)
dd['b']
print(dd, dict(dd), dd.default_factory, 'c' in dd, dd.get('z'), len(dd))
di = defaultdict(int)
for c in 'hello':
    di[c] += 1
print(di, sorted(di.items()), di.copy(), defaultdict(lambda: 5, {'a': 1}, b=2)['zz'])
try:
    defaultdict()['k']
except KeyError as e:
    print('KeyError', e)
try:
    defaultdict(5)
except TypeError as e:
    print(e)
nn = defaultdict(lambda: defaultdict(int))
nn['a']['b'] += 1
print(nn['a']['b'], dict(nn['a']))
