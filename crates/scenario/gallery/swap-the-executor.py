# For work that needs the processor, swap the executor: the rest of the program stays as it is.
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

NUMBERS = 8  #@param {type:"slider", min:2, max:32}
TURNS = 200_000  #@param {type:"integer", min:1000, max:1000000}
CHUNK = 1  #@param {type:"slider", min:1, max:8}


def digits(n):
    total = n
    for turn in range(TURNS):
        total = (total * 31 + turn) % 1_000_003
    return total


def timed(executor):
    start = time.perf_counter()
    with executor as pool:
        results = list(pool.map(digits, range(NUMBERS), chunksize=CHUNK))
    return time.perf_counter() - start, results


if __name__ == "__main__":
    threads_s, by_threads = timed(ThreadPoolExecutor())
    processes_s, by_processes = timed(ProcessPoolExecutor())
    print("same results:", by_threads == by_processes)
    print("processes are faster:", processes_s < threads_s)
