# Pool.map over processes: results in the input's order, whatever ends first.
import time
from multiprocessing import Pool


def square(n):
    time.sleep(0.02 * (4 - n % 4))
    return n * n


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(square, range(8)))
        print(pool.map(square, [3, 1, 2], chunksize=2))
        print(pool.map(len, []))
        print(pool.starmap(pow, [(2, 5), (3, 2)]))
