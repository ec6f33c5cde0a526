import threading
import time

go = threading.Event()
arrived = []


def runner(n):
    go.wait()
    arrived.append(n)


threads = [threading.Thread(target=runner, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
time.sleep(0.05)
print(arrived, go.is_set(), repr(go).split(": ")[1])
go.set()
for t in threads:
    t.join()
print(sorted(arrived), go.wait(), go.is_set(), repr(go).split(": ")[1])
go.clear()
start = time.monotonic()
print(go.wait(0.1), go.is_set(), round(time.monotonic() - start, 1))
stop = threading.Event()


def ticker():
    ticks = 0
    while not stop.wait(0.05):
        ticks += 1
    print("ticks", ticks)


t = threading.Thread(target=ticker)
t.start()
time.sleep(0.18)
stop.set()
t.join()
