import threading
import time

slots = threading.Semaphore(3)
active = 0
most = 0
guard = threading.Lock()


def visit(n):
    global active, most
    with slots:
        with guard:
            active += 1
            most = max(most, active)
        time.sleep(0.05)
        with guard:
            active -= 1


start = time.monotonic()
threads = [threading.Thread(target=visit, args=(n,)) for n in range(9)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most, active, 0.15 <= time.monotonic() - start < 0.4)
