# An error in a worker is raised in the parent, with the worker's traceback as its cause.
from multiprocessing import Pool


def divide(a, b):
    return a / b


class Odd(Exception):
    def __init__(self, number):
        super().__init__(number)
        self.number = number


def refuse(n):
    if n % 2:
        raise Odd(n)
    return n


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            pool.apply(divide, (1, 0))
        except ZeroDivisionError as error:
            print(error, "|", type(error.__cause__).__name__)
            print(str(error.__cause__).strip().splitlines()[-2])
        try:
            pool.map(refuse, [2, 4, 5, 8])
        except Odd as error:
            print("odd", error.number)
        results = pool.imap(refuse, [0, 1, 2])
        while True:
            try:
                print(next(results))
            except StopIteration:
                break
            except Odd as error:
                print(repr(error))
        told = []
        result = pool.apply_async(divide, (1, 0), error_callback=told.append)
        result.wait()
        print(result.successful(), told)
