# Hand everything in first, keep the futures, ask for the results afterwards.
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 3  #@param {type:"slider", min:1, max:32}
TASKS = 30  #@param {type:"slider", min:1, max:60}
TASK_S = 1.0  #@param {type:"number", min:0, max:10, step:0.1}


def errand(number):
    time.sleep(TASK_S)
    return number * number


start = time.perf_counter()
pool = ThreadPoolExecutor(max_workers=WORKERS)
futures = []
for number in range(1, TASKS + 1):
    futures.append(pool.submit(errand, number))
pool.shutdown()
for number, future in enumerate(futures, start=1):
    print(f"errand {number} gave {future.result()}")
print(f"all done after {time.perf_counter() - start:.1f} s")
