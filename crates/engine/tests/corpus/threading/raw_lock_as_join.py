import _thread
import time


def loop(n, seconds, lock):
    time.sleep(seconds)
    print("loop", n, "done")
    lock.release()


locks = []
for n, seconds in enumerate((0.1, 0.05)):
    lock = _thread.allocate_lock()
    lock.acquire()
    locks.append(lock)
    print(type(_thread.start_new_thread(loop, (n, seconds, lock))))
for lock in locks:
    while lock.locked():
        time.sleep(0.01)
print("all done", _thread.TIMEOUT_MAX, _thread.get_ident() > 0)
_thread.start_new_thread(lambda: print("bye"), ())
time.sleep(0.05)
