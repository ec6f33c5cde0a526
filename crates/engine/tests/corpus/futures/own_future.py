import threading
import time
from concurrent.futures import Future

future = Future()
print(future.done(), future.running())
future.add_done_callback(lambda f: print("told", f.result()))


def give():
    time.sleep(0.1)
    future.set_result(42)


threading.Thread(target=give).start()
time.sleep(0.2)
print(future.result(), future.done())
failed = Future()
failed.set_exception(ValueError("given"))
try:
    failed.result()
except ValueError as error:
    print(error)
