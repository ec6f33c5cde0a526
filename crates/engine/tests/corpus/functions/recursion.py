def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + b)
        hanoi(n - 1, c, b, a, moves)


print(fact(20), fact(30))
print([fib(n) for n in range(12)], fib(100))
moves = []
hanoi(3, "A", "C", "B", moves)
print(len(moves), " ".join(moves))
