# Thirty errands, three helpers: a thread pool of 3 works them off in 10 s.
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 3  #@param {type:"slider", min:1, max:64}
TASKS = 30  #@param {type:"slider", min:1, max:60}
TASK_S = 1.0  #@param {type:"number", min:0, max:10, step:0.1}


def errand(number):
    time.sleep(TASK_S)
    print(f"errand {number} done")


start = time.perf_counter()
pool = ThreadPoolExecutor(max_workers=WORKERS)
for number in range(1, TASKS + 1):
    pool.submit(errand, number)
pool.shutdown()
print(f"all done after {time.perf_counter() - start:.1f} s")
