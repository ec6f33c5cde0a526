# imap keeps the input's order, imap_unordered gives what is ready (A2.8); both by chunks as well.
import time
from multiprocessing import Pool


def nap(tenths):
    time.sleep(tenths / 20)
    return tenths


if __name__ == "__main__":
    pool = Pool(3)
    print(list(pool.imap(nap, [1, 5, 3])))
    print(list(pool.imap_unordered(nap, [1, 5, 3])))
    print(list(pool.imap(nap, (n for n in [1, 0, 2]), chunksize=2)))
    print(sorted(pool.imap_unordered(nap, [0, 1, 0, 1], 2)))
    pool.close()
    pool.join()
