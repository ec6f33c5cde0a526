l = list(range(6))
l[1:3] = ["a", "b", "c"]
print(l)
l[::2] = [0, 0, 0, 0]
print(l)
del l[1:3]
print(l)
del l[::2]
print(l)
l[:0] = [9, 8]
print(l)
l[len(l):] = [7]
print(l)
try:
    l[::2] = [1]
except ValueError as error:
    print(error)
