# The same pool of 3, but each result is asked for before the next errand is handed in.
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 3  #@param {type:"slider", min:1, max:32}
TASKS = 30  #@param {type:"slider", min:1, max:60}
TASK_S = 1.0  #@param {type:"number", min:0, max:10, step:0.1}


def errand(number):
    time.sleep(TASK_S)
    return number * number


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    for number in range(1, TASKS + 1):
        answer = pool.submit(errand, number).result()  # waits right here
        print(f"errand {number} gave {answer}")
print(f"all done after {time.perf_counter() - start:.1f} s")
