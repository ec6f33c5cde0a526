"""notify(n) wakes n of the waiters, in the order in which they came; the rest wait on."""
import threading
import time

condition = threading.Condition()
woken = []


def wait(index):
    with condition:
        condition.wait()
        woken.append(index)


threads = [threading.Thread(target=wait, args=(index,)) for index in range(6)]
for thread in threads:
    thread.start()
    time.sleep(0.01)
for count in (1, 2):
    with condition:
        condition.notify(count)
    time.sleep(0.05)
    print(sorted(woken))
with condition:
    condition.notify(0)
time.sleep(0.02)
print(len(woken))
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(woken))
