# A JoinableQueue between a washer and a dryer: join() waits until each item is done (A3.1).
import time
from multiprocessing import JoinableQueue, Process, Queue


def dry(dishes, dried):
    while True:
        dish = dishes.get()
        time.sleep(0.02)
        dried.put(dish)
        dishes.task_done()


if __name__ == "__main__":
    dishes, dried = JoinableQueue(), Queue()
    dryer = Process(target=dry, args=(dishes, dried), daemon=True)
    dryer.start()
    for dish in ("salad", "bread", "entree", "dessert"):
        dishes.put(dish)
    dishes.join()
    print([dried.get() for _ in range(4)])
    try:
        dishes.task_done()
    except ValueError as error:
        print(error)
    print(dryer.is_alive())
