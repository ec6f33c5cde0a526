from collections import *
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(cm['a'], cm['b'], dict(cm), cm, list(cm), len(cm), 'b' in cm, cm.get('z', 0))
cm['c'] = 1
print(cm.maps, cm.new_child({'n': 1})['n'], cm.parents)
