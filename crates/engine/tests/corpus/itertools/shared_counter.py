"""next(count()) is indivisible: threads draw distinct numbers."""
import itertools
import threading

ids = itertools.count(1)
turns = itertools.cycle(["a", "b", "c"])
drawn = []
chosen = []


def draw():
    for _ in range(100):
        drawn.append(next(ids))
        chosen.append(next(turns))


threads = [threading.Thread(target=draw) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(drawn), len(set(drawn)), max(drawn))
print({name: chosen.count(name) for name in sorted(set(chosen))})
print(next(ids), next(turns))
