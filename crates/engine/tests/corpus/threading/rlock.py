import threading
import time

lock = threading.RLock()
log = []


def outer(name):
    with lock:
        log.append(name + " outer")
        time.sleep(0.1)
        inner(name)


def inner(name):
    with lock:
        log.append(name + " inner")


threads = []
for name in "ab":
    thread = threading.Thread(target=outer, args=(name,))
    thread.start()
    threads.append(thread)
    time.sleep(0.02)
for thread in threads:
    thread.join()
print(log)
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
for _ in range(3):
    lock.release()


def steal():
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


lock.acquire()
thief = threading.Thread(target=steal)
thief.start()
thief.join()
