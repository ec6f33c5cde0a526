import threading

lock = threading.Lock()
try:
    with threading.Lock:
        print("never")
except (TypeError, AttributeError) as error:
    print(type(error).__name__, error)
try:
    with lock.acquire():
        print("never")
except (TypeError, AttributeError) as error:
    print(type(error).__name__, error)
print(lock.locked())
with lock if not lock.locked() else threading.RLock() as taken:
    print(taken)
