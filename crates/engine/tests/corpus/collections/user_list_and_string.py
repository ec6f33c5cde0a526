from collections import *

class UL(UserList):
    pass
l = UL([3, 1])
l.append(2)
l.sort()
print(l, l[0], l[1:], type(l[1:]).__name__, l + [9], len(l), list(l), 3 in l)
s = UserString('abc')
print(s, s.upper(), s + 'd', len(s), s == 'abc', type(s.upper()).__name__, s.find('c'), 'b' in s)
