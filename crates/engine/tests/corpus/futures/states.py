import time
from concurrent.futures import ThreadPoolExecutor


def state(future):
    return (future.running(), future.done(), future.cancelled())


with ThreadPoolExecutor(1) as pool:
    first = pool.submit(time.sleep, 0.2)
    second = pool.submit(time.sleep, 0.2)
    time.sleep(0.05)
    print(state(first), state(second))
    time.sleep(0.2)
    print(state(first), state(second))
print(state(first), state(second), first.result())
