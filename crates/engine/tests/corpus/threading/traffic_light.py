"""An Event that is set and cleared again and again."""
import threading
import time

green = threading.Event()
log = []


def light():
    for _ in range(2):
        green.set()
        log.append("green")
        time.sleep(0.1)
        green.clear()
        log.append("red")
        time.sleep(0.1)
    green.set()


def car(name, delay):
    time.sleep(delay)
    if not green.is_set():
        log.append(name + " waits")
        green.wait()
    log.append(name + " passes")


threads = [threading.Thread(target=light)]
threads += [threading.Thread(target=car, args=(n, d)) for n, d in (("a", 0.05), ("b", 0.15), ("c", 0.25))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
