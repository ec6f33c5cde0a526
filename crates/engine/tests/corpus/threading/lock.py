import threading
import time

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(False))
print(lock.release(), lock.locked())
order = []


def work(name, before_s):
    time.sleep(before_s)
    with lock:
        order.append(name + " in")
        time.sleep(0.2)
        order.append(name + " out")


threads = [threading.Thread(target=work, args=(name, n * 0.05)) for n, name in enumerate("abc")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(order)
