l = [3, 1, 2]
l.append(4)
l.extend([5, 6])
l.insert(0, 0)
l.insert(-1, 9)
print(l, len(l))
l.remove(9)
print(l.pop(), l.pop(0), l, l.index(2), l.count(1))
l.sort()
print(l)
l.sort(reverse=True)
print(l)
l.reverse()
print(l, l + [7], l * 2, [0] * 3)
m = l.copy()
m.clear()
print(l, m, l == [1, 2, 3, 4, 5], [1, 2] < [1, 3], 3 in l, 9 not in l)
l += "ab"
print(l)
del l[0], l[-1]
print(l)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
loop = [1]
loop.append(loop)
print(loop)
