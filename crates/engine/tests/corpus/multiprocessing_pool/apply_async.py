# apply_async: callbacks run in the parent, in the order of completion; get in the order of submission.
import os
import time
from multiprocessing import Pool

done = []


def work(n):
    time.sleep(0.1 * n)
    return n, os.getpid()


def collect(result):
    done.append((result[0], os.getpid()))


if __name__ == "__main__":
    pool = Pool(3)
    results = [pool.apply_async(work, (n,), callback=collect) for n in (3, 1, 2)]
    pool.close()
    pool.join()
    own = os.getpid()
    print([result.get()[0] for result in results])
    print([n for n, _ in done], all(pid == own for _, pid in done))
    print(all(result.get()[1] != own for result in results))
    print(all(result.ready() and result.successful() for result in results))
