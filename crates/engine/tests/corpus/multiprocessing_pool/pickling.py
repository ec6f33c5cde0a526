# What cannot go to a worker: lambdas, nested functions, locks; what cannot come back.
from multiprocessing import Pool
from multiprocessing.pool import MaybeEncodingError


def give_lambda(_):
    return lambda: 0


def main():
    def inner(n):
        return n

    with Pool(1) as pool:
        for function in (inner, lambda n: n):
            try:
                pool.map(function, [1])
            except AttributeError as error:
                print("AttributeError:", error)
            except Exception as error:
                print(type(error).__name__, str(error).split(" at ")[0])
        try:
            pool.apply(give_lambda, (0,))
        except MaybeEncodingError as error:
            print(type(error).__name__, "Reason" in str(error))
        print(pool.apply(sum, ([1, 2],)))


if __name__ == "__main__":
    main()
