import concurrent.futures
import logging
import time


def bad(future):
    raise ZeroDivisionError("in the callback")


def good(future):
    print("good", future.result())


with concurrent.futures.ThreadPoolExecutor(1) as pool:
    future = pool.submit(time.sleep, 0.05)
    future.add_done_callback(bad)
    future.add_done_callback(good)
time.sleep(0.05)
future.add_done_callback(bad)
future.add_done_callback(good)
try:
    future.add_done_callback(5)
except TypeError as error:
    print(error)
logging.getLogger("concurrent.futures").setLevel(logging.CRITICAL)
future.add_done_callback(bad)
print("end")
