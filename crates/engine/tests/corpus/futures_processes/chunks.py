# map with chunks, several iterables, a generator; the first error ends the results.
from concurrent.futures import ProcessPoolExecutor


def add(a, b=0):
    if a == 4:
        raise ValueError(f"not {a}")
    return a + b


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(add, range(3), (n * 10 for n in range(5)))))
        print(sum(pool.map(add, range(100, 200), chunksize=7)))
        results = pool.map(add, [1, 2, 4, 5])
        try:
            for result in results:
                print(result)
        except ValueError as error:
            print(error)
        print(list(results))
        for chunksize in (0, -1):
            try:
                pool.map(add, [1], chunksize=chunksize)
            except ValueError as error:
                print(error)
