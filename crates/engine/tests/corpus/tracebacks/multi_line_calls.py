def f(a, b, *, c):
    raise ValueError(
        "spread",
        a,
    )


def g():
    return f(
        1,
        2,
        c=[
            x
            for x in range(3)
        ],
    )


result = (
    g()
    + 1
)
