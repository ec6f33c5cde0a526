import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def prepare(name):
    raise OSError("no " + name)


with ThreadPoolExecutor(1, initializer=prepare, initargs=("database",)) as pool:
    future = pool.submit(print, "never")
    try:
        future.result()
    except BrokenThreadPool as error:
        print(repr(error))
    time.sleep(0.05)
    try:
        pool.submit(print)
    except BrokenExecutor as error:
        print(type(error), error)
