import threading
import time

condition = threading.Condition()
ready = False


def later():
    global ready
    time.sleep(0.15)
    with condition:
        condition.notify()
    time.sleep(0.15)
    with condition:
        ready = True
        condition.notify()


start = time.monotonic()
with condition:
    print(condition.wait(0.05), condition.wait_for(lambda: False, timeout=0.05), condition.wait(0))
print(round(time.monotonic() - start, 1))
threading.Thread(target=later).start()
start = time.monotonic()
with condition:
    print(condition.wait_for(lambda: ready, timeout=2), round(time.monotonic() - start, 1))
with condition:
    print(condition.wait_for(lambda: [1], timeout=1), condition.wait_for(lambda: "", 0.01) == "")
print(condition.acquire(), repr(condition)[:18])
condition.release()
