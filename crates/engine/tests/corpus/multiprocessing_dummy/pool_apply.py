# apply, apply_async with callbacks (in the thread that takes results), ready, successful, wait and a timeout.
import time
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool


def area(a, b=1):
    time.sleep(0.05)
    return a * b


def fail():
    raise LookupError("nothing there")


pool = ThreadPool(2)
print(pool.apply(area, (3,), {"b": 4}))
done = []
first = pool.apply_async(area, (2, 5), callback=done.append)
print(first.ready())
try:
    first.successful()
except ValueError as error:
    print(str(error).endswith("not ready"))
first.wait()
print(first.ready(), first.successful(), first.get(), done)

second = pool.apply_async(fail, error_callback=lambda error: done.append(repr(error)))
second.wait(1)
print(second.successful(), done)
try:
    second.get()
except LookupError as error:
    print("raised", error)

slow = pool.apply_async(time.sleep, (0.3,))
try:
    slow.get(timeout=0.05)
except TimeoutError as error:
    print(repr(error), type(error).__module__, isinstance(error, OSError))
pool.close()
pool.join()
print(slow.get())
