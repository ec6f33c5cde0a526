"""A deque is shared between threads without a lock: each of its methods is indivisible."""
import threading
from collections import deque

items = deque()
taken = []


def produce(first):
    for number in range(first, first + 200):
        items.append(number)


def consume():
    while len(taken) < 600:
        try:
            taken.append(items.popleft())
        except IndexError:
            pass


producers = [threading.Thread(target=produce, args=(start,)) for start in (0, 200, 400)]
consumer = threading.Thread(target=consume)
for thread in producers + [consumer]:
    thread.start()
for thread in producers + [consumer]:
    thread.join()
print(len(taken), sorted(taken) == list(range(600)), len(items))
recent = deque(maxlen=5)
writers = [threading.Thread(target=lambda: [recent.append(n) for n in range(100)]) for _ in range(3)]
for thread in writers:
    thread.start()
for thread in writers:
    thread.join()
print(len(recent), recent.maxlen)
