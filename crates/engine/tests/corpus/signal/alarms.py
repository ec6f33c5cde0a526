import signal
import threading
import time


class Timeout(Exception):
    pass


def on_alarm(signum, frame):
    raise Timeout("too slow")


signal.signal(signal.SIGALRM, on_alarm)
start = time.monotonic()
signal.alarm(1)
try:
    time.sleep(5)
    print("never")
except Timeout as error:
    print(error, round(time.monotonic() - start, 1))
print(signal.alarm(3), signal.alarm(0), signal.alarm(0))
ticks = []


def tick(signum, frame):
    ticks.append(round(time.monotonic() - start, 1))
    if len(ticks) == 3:
        signal.setitimer(signal.ITIMER_REAL, 0)


signal.signal(signal.SIGALRM, tick)
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.2, 0.1)
time.sleep(1)
print(ticks, round(time.monotonic() - start, 1), signal.getitimer(signal.ITIMER_REAL))
done = threading.Event()
signal.signal(signal.SIGUSR1, lambda signum, frame: (print("usr1"), done.set()))


def later():
    time.sleep(0.2)
    signal.raise_signal(signal.SIGUSR1)


thread = threading.Thread(target=later)
thread.start()
while not done.is_set():
    time.sleep(0.05)
thread.join()
signal.signal(signal.SIGALRM, lambda signum, frame: print("alarm in pause"))
signal.setitimer(signal.ITIMER_REAL, 0.3)
signal.pause()
print("after pause")


def busy():
    signal.signal(signal.SIGALRM, on_alarm)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    count = 0
    while True:
        count += 1


try:
    busy()
except Timeout as error:
    print("busy loop:", error)
