import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def work(pause_s, fail=False):
    time.sleep(pause_s)
    if fail:
        raise ValueError(pause_s)
    return pause_s


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(work, 0.1 * n) for n in (1, 2, 3)]
    done, pending = wait(futures, return_when=FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    done, pending = wait(futures, timeout=0.15)
    print(len(done), len(pending))
    done, pending = wait(futures, return_when=ALL_COMPLETED)
    print(sorted(f.result() for f in done), pending)
    futures = [pool.submit(work, 0.1, True), pool.submit(work, 0.3)]
    result = wait(futures, return_when=FIRST_EXCEPTION)
    print(len(result.done), len(result.not_done), repr(futures[0].exception()))
