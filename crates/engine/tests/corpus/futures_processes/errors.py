# An error's cause is the worker's traceback; what cannot be pickled fails its own future alone.
from concurrent.futures import ProcessPoolExecutor


def fail(n):
    raise KeyError(n)


def give(n):
    return n


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(fail, 7)
        error = future.exception()
        print(repr(error), type(error.__cause__).__name__)
        print(str(error.__cause__).strip().splitlines()[1])
        print("in fail" in str(error.__cause__))
        for function, argument in ((lambda n: n, 1), (give, lambda: 0)):
            try:
                pool.submit(function, argument).result()
            except Exception as error:
                print(type(error).__name__, str(error).split(" at ")[0])
        print(pool.submit(give, 1).result())
        for make in (lambda: ProcessPoolExecutor(0), lambda: ProcessPoolExecutor(1, initializer=3)):
            try:
                make()
            except (ValueError, TypeError) as error:
                print(type(error).__name__, error)
