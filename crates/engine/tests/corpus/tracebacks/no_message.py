def check(n):
    if n > 2:
        raise ValueError
    check(n + 1)


check(0)
