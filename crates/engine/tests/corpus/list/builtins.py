print(list(range(5)), list(range(5, 0, -2)), range(3), range(0, 10, 3), len(range(0, 10, 3)))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(zip([1, 2], "ab", (True, False))))
print(list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])))
print(sum([1, 2, 3]), sum([[1], [2]], []), min(3, 1, 2), max([1, 5, 2], default=0), max([], default=-1))
print(any([]), all([]), list(reversed([1, 2, 3])), sorted([2, 1]))
print(5 in range(0, 10, 5), 4 in range(0, 10, 5), range(5)[-1], range(3) == range(0, 3, 1))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
try:
    range(1, 2, 0)
except ValueError as error:
    print(error)
print(isinstance([], list), type([]) == list, bool([]), bool([0]), list("ab") + list((1,)))
