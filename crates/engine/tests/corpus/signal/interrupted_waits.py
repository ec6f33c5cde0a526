import os
import queue
import signal
import threading
import time

start = time.monotonic()


def now():
    return round(time.monotonic() - start, 1)


def on_alarm(signum, frame):
    print("alarm at", now(), "in", threading.current_thread().name)


signal.signal(signal.SIGALRM, on_alarm)
signal.signal(signal.SIGUSR1, lambda signum, frame: print("usr1 at", now()))


def sleeper(seconds):
    time.sleep(seconds)
    print("slept until", now())


thread = threading.Thread(target=sleeper, args=(0.5,))
thread.start()
signal.setitimer(signal.ITIMER_REAL, 0.2)
thread.join()
print("joined at", now())
event = threading.Event()
threading.Timer(0.6, event.set).start()
signal.setitimer(signal.ITIMER_REAL, 0.2, 0.2)
print(event.wait(2), "event at", now())
signal.setitimer(signal.ITIMER_REAL, 0)
items = queue.Queue()
threading.Timer(0.1, os.kill, args=(os.getpid(), signal.SIGUSR1)).start()
threading.Timer(0.3, items.put, args=("item",)).start()
print(items.get(), "at", now())
lock = threading.Lock()
lock.acquire()
threading.Timer(0.1, signal.raise_signal, args=(signal.SIGUSR1,)).start()
print(lock.acquire(timeout=0.3), "lock at", now())


class Timeout(Exception):
    pass


def too_slow(signum, frame):
    raise Timeout


signal.signal(signal.SIGALRM, too_slow)
for wait in (lambda: lock.acquire(), lambda: items.get(), lambda: threading.Event().wait(), lambda: time.sleep(9)):
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        wait()
    except Timeout:
        print("gave up at", now())


def pauses():
    signal.pause()
    print("never")


threading.Thread(target=pauses, daemon=True).start()
signal.signal(signal.SIGALRM, on_alarm)
signal.setitimer(signal.ITIMER_REAL, 0.2)
signal.pause()
print("main's pause ends at", now())


def slow_handler(signum, frame):
    print("handler begins", now())
    time.sleep(0.2)
    print("handler ends", now())


signal.signal(signal.SIGALRM, slow_handler)
signal.setitimer(signal.ITIMER_REAL, 0.1)
time.sleep(0.5)
print("slept in all until", now())
print("end")
