"""A timer that sets up the next one."""
import threading
import time

count = 0
done = threading.Event()


def tick():
    global count
    count += 1
    print("tick", count, threading.current_thread() is threading.main_thread())
    if count < 3:
        threading.Timer(0.05, tick).start()
    else:
        done.set()


tick()
done.wait()
time.sleep(0.01)
print("done", threading.active_count())
