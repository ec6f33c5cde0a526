# A failing item ends its chunk; map raises once every chunk is through; imap raises at its place and goes on (rule 40).
import time
from multiprocessing.pool import ThreadPool

seen = []


def work(n):
    time.sleep(0.01)
    if n == 2:
        raise ValueError("two")
    seen.append(n)
    return n


pool = ThreadPool(1)
try:
    pool.map(work, range(6), chunksize=3)
except ValueError as error:
    print("map:", error, seen)
seen.clear()
results = pool.imap(work, range(5))
while True:
    try:
        print(next(results))
    except StopIteration:
        break
    except ValueError as error:
        print("imap:", error)
print(seen)


def broken():
    yield 1
    raise RuntimeError("the input broke")


try:
    for value in pool.imap(work, broken()):
        print(value)
except RuntimeError as error:
    print(error)
results = pool.map_async(work, [1, 2], error_callback=lambda error: print("told:", error))
results.wait()
print(results.successful())
