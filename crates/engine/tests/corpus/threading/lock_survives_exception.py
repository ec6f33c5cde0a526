import threading

lock = threading.Lock()
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())
lock.acquire()
try:
    print("guarded")
finally:
    lock.release()
print(lock.locked())
