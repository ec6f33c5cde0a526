import threading
import time
from concurrent.futures import ThreadPoolExecutor

ready = []


def prepare(word):
    ready.append(word)


with ThreadPoolExecutor(2, initializer=prepare, initargs=("set",)) as pool:
    list(pool.map(time.sleep, [0.1, 0.1]))
print(ready)
