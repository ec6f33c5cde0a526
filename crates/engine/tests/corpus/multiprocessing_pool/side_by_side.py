# Ten tasks of 0.1 s on ten processes take about 0.1 s, the start of the processes aside (A5.5).
import time
from multiprocessing import Pool


def nap(n):
    time.sleep(0.1)
    return n


if __name__ == "__main__":
    start = time.time()
    pool = Pool(10)
    results = pool.map(nap, range(10))
    pool.close()
    pool.join()
    elapsed_s = time.time() - start
    print(results)
    print(0.1 <= elapsed_s < 0.8)
