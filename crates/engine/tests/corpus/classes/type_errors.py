class A:
    def __init__(self, x):
        self.x = x

    def m(self):
        return 1


for action in (
    lambda: A(),
    lambda: A(1, 2),
    lambda: A(1).m(2),
    lambda: A.m(),
    lambda: A(1)(),
    lambda: A(1) + A(2),
    lambda: A(1) < A(2),
    lambda: len(A(1)),
    lambda: A(1)[0],
    lambda: list(A(1)),
    lambda: isinstance(1, "int"),
):
    try:
        action()
    except TypeError as error:
        print(error)
