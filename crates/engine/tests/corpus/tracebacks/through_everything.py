import sys


class Holder:
    @property
    def value(self):
        return self.compute(0)

    def compute(self, n):
        return [self.divide(n) for _ in range(1)]

    @staticmethod
    def divide(n):
        return (lambda d: 1 / d)(n)

    def __getitem__(self, key):
        return {k: self.value for k in [key]}

    def __add__(self, other):
        return self["k"]

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def generate(holder):
    yield 1
    yield holder + 1


def decorated(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@decorated
def run():
    with Holder() as holder:
        for item in generate(holder):
            print(item)


if __name__ == "__main__":
    run()
