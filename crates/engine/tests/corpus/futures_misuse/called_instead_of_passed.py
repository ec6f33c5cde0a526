import threading
from concurrent.futures import ThreadPoolExecutor


def job(n):
    print("job", n)
    return n


with ThreadPoolExecutor(2) as pool:
    future = pool.submit(job(1))
    print(future.exception())
    try:
        future.result()
    except TypeError as error:
        print(error)
try:
    ThreadPoolExecutor(2).submit(job, 1, 2).result()
except TypeError as error:
    print(error)
