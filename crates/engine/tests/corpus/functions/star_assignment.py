first, *middle, last = range(6)
print(first, middle, last)
*head, tail = "abc"
print(head, tail)
a, (b, *c) = 1, (2, 3, 4)
print(a, b, c)
[x, y] = [1, 2]
x, y = y, x
print(x, y)
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error)
try:
    a, b, c = 1, 2
except ValueError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}})
