print([x * x for x in range(6) if x % 2])
print({x % 3 for x in range(10)} == {0, 1, 2})
print({x: x * x for x in range(4)})
print(tuple(x for x in "abc"))
print([(x, y) for x in range(3) for y in range(x)])
print([[x * y for y in range(3)] for x in range(3)])
print([x if x > 1 else -x for x in range(4)])
print({k: v for k, v in zip("ab", [1, 2])})
x = "outer"
[x for x in range(3)]
print(x)
