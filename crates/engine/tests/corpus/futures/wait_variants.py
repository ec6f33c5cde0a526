import concurrent.futures as cf
import time


def nap(seconds, fail=False):
    time.sleep(seconds)
    if fail:
        raise ValueError(seconds)
    return seconds


with cf.ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(nap, 0.05 * n) for n in range(1, 4)]
    done, pending = cf.wait(futures, return_when=cf.FIRST_COMPLETED)
    print(sorted(f.result() for f in done), len(pending))
    done, pending = cf.wait(futures, timeout=0.06)
    print(len(done), len(pending))
    result = cf.wait(futures)
    print(len(result.done), len(result.not_done), type(result).__name__, result._fields)
    futures = [pool.submit(nap, 0.05), pool.submit(nap, 0.1, True), pool.submit(nap, 0.3)]
    done, pending = cf.wait(futures, return_when=cf.FIRST_EXCEPTION)
    print([f in done for f in futures])
    print([f.exception() for f in futures if f in done])
    done, pending = cf.wait(futures, 0, cf.ALL_COMPLETED)
    print(len(done), len(pending))
    print(cf.wait(set(futures)).not_done)
