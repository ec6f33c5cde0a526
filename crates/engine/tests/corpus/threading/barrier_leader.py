import threading
import time

barrier = threading.Barrier(3, timeout=1)
results = {}


def worker(name, delay):
    time.sleep(delay)
    index = barrier.wait()
    results[name] = index
    if index == 0:
        print("index 0 is the first that came:", name)


threads = [threading.Thread(target=worker, args=(n, d)) for n, d in (("slow", 0.1), ("quick", 0), ("middle", 0.05))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results.items()))
late = threading.Barrier(2, timeout=0.03)
try:
    late.wait()
except threading.BrokenBarrierError:
    print("nobody else came", late.broken, repr(late).split(": ")[1])
