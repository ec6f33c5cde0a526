from functools import *
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 'x'))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
