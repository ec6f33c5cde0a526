# One slow task at the front: map holds everything back behind it, as_completed does not.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

FIRST_S = 10.0  #@param {type:"slider", min:1, max:20, step:0.5}
OTHERS = 4  #@param {type:"slider", min:1, max:8}

PAUSES_S = [FIRST_S] + [float(n) for n in range(1, OTHERS + 1)]


def cook(pause_s):
    time.sleep(pause_s)
    return pause_s


with ThreadPoolExecutor(max_workers=len(PAUSES_S)) as pool:
    start = time.perf_counter()
    futures = [pool.submit(cook, pause_s) for pause_s in PAUSES_S]
    for future in as_completed(futures):
        print(f"as_completed: {future.result()} at {time.perf_counter() - start:.1f} s")

    start = time.perf_counter()
    for pause_s in pool.map(cook, PAUSES_S):
        print(f"map: {pause_s} at {time.perf_counter() - start:.1f} s")
