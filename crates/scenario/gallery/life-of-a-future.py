# A future's life: pending, running, finished.
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 1  #@param {type:"slider", min:1, max:4}
TASK_S = 1.0  #@param {type:"number", min:0.5, max:5, step:0.5}


def nap(name):
    time.sleep(TASK_S)
    return name


def state(future):
    if future.done():
        return "finished"
    if future.running():
        return "running"
    return "pending"


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    futures = [pool.submit(nap, name) for name in ("cat", "dog", "owl")]
    for _ in range(4):
        time.sleep(TASK_S / 2)
        states = ", ".join(state(future) for future in futures)
        print(f"{time.perf_counter() - start:.1f} s: {states}")
        time.sleep(TASK_S / 2)
print("names:", [future.result() for future in futures])
