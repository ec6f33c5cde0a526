# The same kitchen with threads: one process, five dryers, and a program that never ends.
import queue
import threading
import time

DISHES = 4  #@param {type:"slider", min:1, max:12}
DRYERS = 5  #@param {type:"slider", min:1, max:8}
WASH_S = 2.0  #@param {type:"number", min:0.1, max:5, step:0.1}
DRY_S = 3.0  #@param {type:"number", min:0.1, max:5, step:0.1}
DAEMON = False  #@param {type:"boolean"}

rack = queue.Queue()
start = time.perf_counter()


def dry():
    while True:
        dish = rack.get()
        time.sleep(DRY_S)
        print(f"{time.perf_counter() - start:.0f} s: dried {dish}")
        rack.task_done()


for _ in range(DRYERS):
    threading.Thread(target=dry, daemon=DAEMON).start()
for n in range(1, DISHES + 1):
    time.sleep(WASH_S)
    print(f"{time.perf_counter() - start:.0f} s: washed dish {n}")
    rack.put(f"dish {n}")
rack.join()
print("all dry")
