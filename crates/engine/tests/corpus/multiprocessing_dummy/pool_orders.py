# imap keeps the input's order, imap_unordered gives what is ready; a slow first item holds back imap alone (A2.8).
import time
from multiprocessing.pool import ThreadPool


def nap(tenths):
    time.sleep(tenths / 30)
    return tenths


pool = ThreadPool(3)
print(list(pool.imap(nap, [1, 5, 3])))
print(list(pool.imap_unordered(nap, [1, 5, 3])))
print(list(pool.imap_unordered(nap, [4, 1, 2, 1], chunksize=2)) in ([4, 1, 2, 1], [2, 1, 4, 1]))
for value in pool.imap(nap, (n for n in [2, 1]), 2):
    print("got", value)
pool.terminate()
pool.join()
print(pool._state)
