def f():
    raise ValueError("from f")


def g():
    try:
        f()
    except ValueError:
        print("noted")
        raise


g()
