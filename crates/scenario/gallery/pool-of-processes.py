# A pool of processes gives results in three ways: in call order, as they finish, and one by one on demand.
import multiprocessing
import time

SHORT_S = 1  #@param {type:"slider", min:1, max:5}
LONG_S = 5  #@param {type:"slider", min:2, max:10}
PROCESSES = 3  #@param {type:"slider", min:1, max:8}

JOBS = [SHORT_S, LONG_S, 3]


def job(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with multiprocessing.Pool(PROCESSES) as pool:
        print("imap:          ", list(pool.imap(job, JOBS)))
        print("imap_unordered:", list(pool.imap_unordered(job, JOBS)))
    pool = multiprocessing.Pool(PROCESSES)
    handles = [pool.apply_async(job, (seconds,)) for seconds in JOBS]
    pool.close()
    pool.join()
    print("apply_async:   ", [handle.get() for handle in handles])
