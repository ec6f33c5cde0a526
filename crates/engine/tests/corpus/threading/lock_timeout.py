import threading
import time

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.4)


thread = threading.Thread(target=hold)
thread.start()
time.sleep(0.05)
print(lock.acquire(timeout=0.1))
print(lock.acquire(timeout=1))
lock.release()
thread.join()
try:
    lock.acquire(timeout=-5)
except ValueError as error:
    print(error)
try:
    lock.acquire(blocking=False, timeout=1)
except ValueError as error:
    print(error)
