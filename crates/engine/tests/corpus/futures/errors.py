from concurrent.futures import ThreadPoolExecutor

for workers in (0, -1):
    try:
        ThreadPoolExecutor(workers)
    except ValueError as error:
        print(error)
try:
    ThreadPoolExecutor("two")
except TypeError as error:
    print(error)
with ThreadPoolExecutor(1) as pool:
    try:
        pool.submit()
    except TypeError as error:
        print(type(error).__name__)
    future = pool.submit(len)
    print(repr(future.exception()))
