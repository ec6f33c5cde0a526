from collections import *
o = OrderedDict([('a', 1), ('b', 2)])
o['c'] = 3
o.move_to_end('a')
print(o, list(o), o.popitem(), o.popitem(last=False), o)
o['z'] = 1
o.move_to_end('z', last=False)
print(o, OrderedDict(), o == OrderedDict(o), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(o)), OrderedDict.fromkeys('ab', 0))
try:
    o.move_to_end('nope')
except KeyError as e:
    print('KE', e)
