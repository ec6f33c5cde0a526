def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(error)


def forever(n):
    return forever(n + 1)


forever(0)
