# acquire / try / finally / release and "with lock" say the same thing.
import threading
import time

STEPS = 2  #@param {type:"slider", min:1, max:8}
STEP_S = 0.5  #@param {type:"number", min:0, max:2, step:0.1}

lock = threading.Lock()


def by_hand(name):
    lock.acquire()
    try:
        for step in range(1, STEPS + 1):
            time.sleep(STEP_S)
            print(f"{name} by hand, step {step}")
    finally:
        lock.release()


def by_with(name):
    with lock:
        for step in range(1, STEPS + 1):
            time.sleep(STEP_S)
            print(f"{name} by with, step {step}")


for way in (by_hand, by_with):
    start = time.perf_counter()
    threads = [threading.Thread(target=way, args=(name,)) for name in ("Ana", "Bo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{way.__name__}: {time.perf_counter() - start:.1f} s, locked now: {lock.locked()}")
