# Let the future call you: add_done_callback runs a function with the finished future.
import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 3  #@param {type:"slider", min:1, max:8}
CAKES = 6  #@param {type:"slider", min:1, max:12}


def bake(cake):
    time.sleep(0.5 + cake / 10)
    return f"cake {cake}"


def ring(future):
    print(f"ding: {future.result()} is ready")


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=WORKERS) as pool:
    for cake in range(1, CAKES + 1):
        pool.submit(bake, cake).add_done_callback(ring)
    print("everything is in the oven")
print(f"closed after {time.perf_counter() - start:.1f} s")
