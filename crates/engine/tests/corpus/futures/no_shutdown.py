import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.05 * n)
    print("work", n)


pool = ThreadPoolExecutor(2)
for n in range(1, 4):
    pool.submit(work, n)
print("main is done, the workers are not")
