import time
from concurrent.futures import CancelledError, ThreadPoolExecutor

with ThreadPoolExecutor(1) as pool:
    first = pool.submit(time.sleep, 0.2)
    second = pool.submit(print, "never printed")
    third = pool.submit(print, "third runs")
    time.sleep(0.05)
    print(first.cancel(), second.cancel(), second.cancelled(), second.done())
    try:
        second.result()
    except CancelledError as error:
        print("cancelled", repr(error))
    print(second.cancel())
print(first.cancel(), third.done())
