# A washer and a dryer process with a JoinableQueue between them: join() waits until every dish is dry.
import multiprocessing
import os
import time

DISHES = 4  #@param {type:"slider", min:1, max:12}
WASH_S = 0.2  #@param {type:"number", min:0.1, max:5, step:0.1}
DRY_S = 1.0  #@param {type:"number", min:0.1, max:5, step:0.1}


def dry(rack, pids):
    pids.put(os.getpid())
    while True:
        dish = rack.get()
        time.sleep(DRY_S)
        print("dried", dish)
        rack.task_done()


def wash(rack):
    for n in range(1, DISHES + 1):
        time.sleep(WASH_S)
        print("washed", f"dish {n}")
        rack.put(f"dish {n}")


if __name__ == "__main__":
    rack = multiprocessing.JoinableQueue()
    pids = multiprocessing.Queue()
    dryer = multiprocessing.Process(target=dry, args=(rack, pids), daemon=True)
    dryer.start()
    wash(rack)
    rack.join()
    print("all dry, by", len({os.getpid(), pids.get()}), "processes")
