"""Functions given to itertools may block, and other threads run meanwhile."""
import itertools
import threading
import time


def slow_even(number):
    time.sleep(0.05)
    return number % 2 == 0


def worker(name, results):
    results[name] = [
        list(itertools.filterfalse(slow_even, range(4))),
        list(itertools.takewhile(lambda n: slow_even(n) or n < 3, range(6))),
        list(itertools.accumulate([1, 2, 3], lambda a, b: (time.sleep(0.01), a * b)[1])),
        [(key, list(group)) for key, group in itertools.groupby([0, 2, 1, 3, 4], key=slow_even)],
        list(itertools.starmap(lambda a, b: (time.sleep(0.01), a + b)[1], [(1, 2), (3, 4)])),
    ]


results = {}
threads = [threading.Thread(target=worker, args=(name, results)) for name in ("x", "y")]
started = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results["x"])
print(results["x"] == results["y"])
print(time.perf_counter() - started < 2)
