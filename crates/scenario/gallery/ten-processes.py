# Ten jobs of half a second on a pool of processes: as fast as threads, but for the start-up.
import time
from multiprocessing import Pool

JOBS = 10  #@param {type:"slider", min:1, max:32}
JOB_S = 0.5  #@param {type:"number", min:0.1, max:2, step:0.1}


def job(n):
    time.sleep(JOB_S)
    return n


if __name__ == "__main__":
    start = time.perf_counter()
    with Pool() as pool:
        print(pool.map(job, range(JOBS)))
    print(f"about one job's time: {time.perf_counter() - start < 3 * JOB_S}")
