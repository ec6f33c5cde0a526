import threading
import time

lock = threading.RLock()


def factorial(n):
    with lock:
        return 1 if n < 2 else n * factorial(n - 1)


print(factorial(5), lock._is_owned())
log = []


def other():
    with lock:
        log.append("other")


with lock:
    with lock:
        t = threading.Thread(target=other)
        t.start()
        time.sleep(0.03)
        log.append("main")
    time.sleep(0.02)
    log.append("still main")
t.join()
print(log)
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=1))
for _ in range(3):
    lock.release()
print(repr(lock).split(" at ")[0])
