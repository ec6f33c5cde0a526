# The initializer runs once in each thread; starmap unpacks; map_async gives the whole list to its callback.
import threading
from multiprocessing.pool import ThreadPool

own = threading.local()
made = []


def prepare(word, times):
    own.word = word * times
    made.append(threading.current_thread().daemon)


def tell(n, suffix):
    return f"{own.word}{n}{suffix}"


pool = ThreadPool(3, prepare, ("ab", 2))
print(pool.starmap(tell, [(1, "x"), (2, "y")]))
result = pool.starmap_async(tell, zip(range(3), "uvw"), callback=lambda values: print("all", values))
print(result.get())
print(made)
got = []
result = pool.map_async(str.upper, ["a", "b"], callback=got.extend)
result.wait()
pool.close()
pool.join()
print(got)
