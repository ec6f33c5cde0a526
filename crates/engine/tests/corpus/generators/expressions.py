squares = (x * x for x in range(4))
print(next(squares), list(squares), list(squares))
print(sum(x for x in range(5) if x % 2), max(len(w) for w in ["a", "bbb"]))
print(",".join(str(x) for x in range(3)), dict((x, x * x) for x in range(3)))
pairs = ((x, y) for x in "ab" for y in range(2))
print(list(pairs), 4 in (x for x in range(10)))
source = [1, 2, 3]
lazy = (x * 10 for x in source)
source.append(4)
print(list(lazy))
n = 2
lazy = (x * n for x in [1, 2])
n = 100
print(list(lazy), sorted((x % 3 for x in range(5)), reverse=True))
