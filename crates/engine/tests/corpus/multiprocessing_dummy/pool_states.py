# What a pool refuses: work after close, join while it runs, sizes below 1, an initializer that cannot be called.
from multiprocessing.pool import Pool, ThreadPool

pool = ThreadPool(2)
print(repr(pool))
try:
    pool.join()
except ValueError as error:
    print(error)
pool.close()
for call in (pool.map, pool.imap, pool.imap_unordered, pool.map_async, pool.starmap):
    try:
        call(len, ["a"])
    except ValueError as error:
        print(call.__name__, error)
try:
    pool.apply_async(len, ("a",))
except ValueError as error:
    print(error)
pool.join()
pool.close()
print(repr(pool), isinstance(pool, Pool))
for make in (lambda: ThreadPool(0), lambda: ThreadPool(-3), lambda: ThreadPool(1, "x")):
    try:
        make()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
with ThreadPool(1) as pool:
    try:
        pool.imap(len, ["a"], chunksize=0)
    except ValueError as error:
        print(error)
    try:
        pool.__reduce__()
    except NotImplementedError as error:
        print(error)
try:
    with pool:
        pass
except ValueError as error:
    print(error)
print(repr(pool))
