import threading
import time

log = []
barrier = threading.Barrier(3, action=lambda: log.append("all there"))


def worker(n):
    for phase in range(2):
        time.sleep(0.02 * n)
        log.append(phase)
        barrier.wait()


threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
print(barrier.parties, barrier.n_waiting, barrier.broken)
indices = []
barrier = threading.Barrier(4)


def party():
    indices.append(barrier.wait())


threads = [threading.Thread(target=party) for _ in range(4)]
for t in threads:
    t.start()
    time.sleep(0.01)
for t in threads:
    t.join()
print(sorted(indices))
print(repr(barrier).split(": ")[1])
