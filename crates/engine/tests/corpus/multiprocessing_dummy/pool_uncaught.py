# The traceback of an error out of a pool of threads goes through the worker's frames.
from multiprocessing.dummy import Pool


def divide(n):
    return 10 // n


with Pool(2) as pool:
    print(pool.map(divide, [1, 2]))
    print(pool.map(divide, [5, 0]))
