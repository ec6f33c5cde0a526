# map gives results in the order of the calls, as_completed in the order in which they finish.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

WORKERS = 2  #@param {type:"slider", min:1, max:4}

ROADS_S = [2, 1, 3]


def walk(road_s):
    time.sleep(road_s)
    return road_s


with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    start = time.perf_counter()
    print("map:")
    for road_s in pool.map(walk, ROADS_S):
        print(f"  the {road_s} s road, seen at {time.perf_counter() - start:.1f} s")

    start = time.perf_counter()
    print("as_completed:")
    futures = [pool.submit(walk, road_s) for road_s in ROADS_S]
    for future in as_completed(futures):
        print(f"  the {future.result()} s road, seen at {time.perf_counter() - start:.1f} s")
