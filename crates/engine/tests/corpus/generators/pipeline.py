def numbers():
    n = 1
    while True:
        yield n
        n += 1


def take(n, source):
    for _, item in zip(range(n), source):
        yield item


squares = (n * n for n in numbers())
even = (n for n in squares if n % 2 == 0)
print(list(take(5, even)))
total = sum(n for n in range(101))
print(total, any(n > 5 for n in [1, 9]), all(n > 5 for n in [1, 9]))
