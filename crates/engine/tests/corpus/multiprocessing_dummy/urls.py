# The usual script: a list of pages, a pool of four, close and join, times beside sequential work.
import time
from multiprocessing.dummy import Pool as ThreadPool

pages = [f"page/{n}" for n in range(8)]


def read(page):
    time.sleep(0.05)
    return len(page)


start = time.time()
one_by_one = [read(page) for page in pages]
sequential_s = time.time() - start
for size in (2, 4, 8):
    start = time.time()
    pool = ThreadPool(size)
    results = pool.map(read, pages)
    pool.close()
    pool.join()
    elapsed_s = time.time() - start
    print(size, results == one_by_one, elapsed_s < sequential_s * 0.9)
