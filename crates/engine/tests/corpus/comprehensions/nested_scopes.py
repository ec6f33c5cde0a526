def f(n):
    base = 10
    return [base + i + n for i in range(3) if i != n]


print(f(1))
matrix = [[1, 2], [3, 4], [5, 6]]
print([cell for row in matrix for cell in row if cell % 2 == 0])
print([[row[i] for row in matrix] for i in range(2)])
print(list(zip(*matrix)))
print([y for x in [1, 2, 3] if (y := x * 2) > 2], y)
