import threading
import time

gate = threading.Semaphore(0)
passed = []


def wait(n):
    gate.acquire()
    passed.append(n)


threads = [threading.Thread(target=wait, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
time.sleep(0.03)
gate.release(3)
time.sleep(0.03)
print(len(passed), gate._value)
gate.release(2)
for t in threads:
    t.join()
print(sorted(passed), gate)
print(gate.acquire(blocking=False), gate.acquire(timeout=0.02))
bounded = threading.BoundedSemaphore(2)
with bounded as entered:
    print(entered, bounded)
