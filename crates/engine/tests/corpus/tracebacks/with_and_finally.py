class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("exit")


def f():
    with Guard():
        try:
            raise KeyError("inside")
        finally:
            print("finally")


f()
