from collections import *

class UD(UserDict):

    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)
u = UD(a=1)
u['b'] = 2
print(u, u['a'], dict(u), len(u), 'a' in u, u.get('zz'), sorted(u.items()), list(u.keys()), u.pop('a'), u, u.setdefault('q', 3), u.data)
