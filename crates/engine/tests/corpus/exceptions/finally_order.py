def f(n):
    for i in range(3):
        try:
            print("try", i)
            if i == n:
                return "returned"
            if n == 5:
                continue
        finally:
            print("finally", i)
    return "end"


print(f(1))
print(f(5))


def g():
    try:
        return "try"
    finally:
        return "finally"


print(g())


def h():
    while True:
        try:
            break
        finally:
            print("cleanup")
    return "out"


print(h())
