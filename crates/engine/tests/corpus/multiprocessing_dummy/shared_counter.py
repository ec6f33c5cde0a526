# Threads share what processes would not: a global that workers of a dummy pool change is changed.
from multiprocessing import cpu_count
from multiprocessing.dummy import Lock, Pool

total = 0
lock = Lock()


def add(n):
    global total
    with lock:
        total += n
    return total > 0


with Pool(4) as pool:
    print(all(pool.imap_unordered(add, range(1, 101))))
print(total)
print(isinstance(cpu_count(), int), cpu_count() >= 1)
