# Four ways in which asking for a result ends with an exception.
import os
import signal
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from concurrent.futures.process import BrokenProcessPool

TASK_S = 1.0  #@param {type:"number", min:0.2, max:3, step:0.1}


def nap():
    time.sleep(TASK_S)
    return "rested"


def fall_over():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=1) as pool:
        running, waiting = pool.submit(nap), pool.submit(nap)
        print("cancelled:", waiting.cancel(), "- running can't be:", running.cancel())
        try:
            waiting.result()
        except CancelledError as error:
            print(type(error).__name__, "from a cancelled future")
        try:
            running.result(timeout=TASK_S / 4)
        except TooLate as error:
            print(type(error).__name__, "from result(timeout=...)")
        try:
            list(pool.map(time.sleep, [TASK_S, TASK_S], timeout=TASK_S / 2))
        except TooLate as error:
            print(type(error).__name__, "from map(timeout=...)")
    with ProcessPoolExecutor(max_workers=1) as pool:
        try:
            pool.submit(fall_over).result()
        except BrokenProcessPool as error:
            print(type(error).__name__, "when a worker process was killed")
