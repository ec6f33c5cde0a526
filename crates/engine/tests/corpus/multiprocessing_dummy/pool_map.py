# ThreadPool.map: results in the order of the input whatever ends first; chunks of ceil(len / (4 * threads)) (rule 40).
import time
from multiprocessing.dummy import Pool


def fetch(n):
    time.sleep(0.02 * (5 - n))
    return n, n * n


pool = Pool(3)
start = time.time()
results = pool.map(fetch, range(5))
print(results)
print(time.time() - start < 0.35)

owners = pool.map(lambda n: n // 2, range(20), chunksize=5)
print(owners)
print(pool.map(len, []), pool.map(str, iter([1, 2])), pool.map(abs, {-3: "x"}))
pool.close()
pool.join()
print("closed")
