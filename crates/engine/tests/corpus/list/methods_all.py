a = [3, 1, 2]
a.append(4); a.extend([5, 6]); a.extend("ab"); a.extend(x for x in (7, 8)); a.insert(0, "first"); a.insert(-1, "late"); a.insert(99, "end"); print(a)
print(a.pop(), a.pop(0), a.pop(-2), a.index(5), a.index("a", 2), a.count(3), len(a)); a.remove("b"); print(a); a.reverse(); print(a)
n = [3, 1, 2]; n.sort(); print(n); n.sort(reverse=True); print(n); n.sort(key=lambda x: x % 3); print(n); print(n.sort(), n.copy(), n.copy() is n, n.clear(), n)
b = list(range(10)); b[2:5] = ["x"]; print(b); b[::2] = "abcd"; print(b); del b[0]; del b[1:3]; del b[-1]; print(b); b[1:1] = [7, 8]; b[:] = b[::-1]; print(b); b[len(b):] = [1]; b += (2, 3); b += "z"; b *= 2; print(b, b[-1], b[1:3], b[-2:], b[::-1][:2], b[100:])
print([1, 2] + [3], [0] * 3, 2 * ["a"], [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [[1], 2] == [[1], 2], 2 in [1, 2], [2] in [[2]], "a" not in ["b"], [1, 2] != (1, 2), [1.0] == [1], [True] == [1], max([[1, 2], [1, 3]]), [] or "empty", not [])
grid = [[0] * 2 for _ in range(2)]; grid[0][1] = 5; shared = [[0]] * 2; shared[0].append(1); print(grid, shared); first, *rest = [1, 2, 3]; *init, last = "abc"; print(first, rest, init, last, [*rest, *init])
for call in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(9), lambda: [1][3], lambda: [1] + (2,), lambda: [1] + "a", lambda: [1, "a"].sort(), lambda: [1] * "a", lambda: [1] < (1,), lambda: [1].append(), lambda: [1].insert(1), lambda: [].extend(3), lambda: [1].foo, lambda: [3].sort(2), lambda: [1, 2][::0], lambda: [1, 2].__setitem__(5, 1), lambda: [].index(1), lambda: [1].pop("a"), lambda: [1] - [1], lambda: [1, 2].count()):
    try: print(call())
    except Exception as error: print(type(error).__name__, error)
def store():
    x = [1, 2, 3]
    x[5] = 1
def extended():
    x = [1, 2, 3, 4]
    x[::2] = [1]
def delete():
    x = []
    del x[0]
def slicing():
    x = [1]
    x[0:1] = 5
for call in (store, extended, delete, slicing):
    try: call()
    except Exception as error: print(type(error).__name__, error)
c = [1, 2, 3, 4]
for item in c:
    if item == 2: c.remove(item)
print(c); e = [1, 2]
for item in e:
    if len(e) < 5: e.append(item * 10)
print(e, [x for x in e if x > 5], sorted(e), list(reversed(e)), list(enumerate(e))[:2], any(e), all(e), sum(e), e.__len__(), e.__contains__(1), list.append(e, 5), e[-1])
