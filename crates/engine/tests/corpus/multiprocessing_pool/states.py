# What a pool of processes refuses.
from multiprocessing import Pool


def same(n):
    return n


if __name__ == "__main__":
    for arguments in ((0,), (2, "not callable")):
        try:
            Pool(*arguments)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        Pool(1, maxtasksperchild=0)
    except ValueError as error:
        print(error)
    pool = Pool(2)
    try:
        pool.join()
    except ValueError as error:
        print(error)
    pool.close()
    try:
        pool.map(same, [1])
    except ValueError as error:
        print(error)
    pool.join()
    with Pool(1) as pool:
        try:
            pool.map(same, [pool])
        except NotImplementedError as error:
            print(error)
