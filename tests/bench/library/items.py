import queue
import threading

ITEMS = 1_000_000
items = queue.Queue()
counts = [0] * 8


def consume(index):
    while True:
        item = items.get()
        if item is None:
            return
        counts[index] += 1


threads = [threading.Thread(target=consume, args=(index,)) for index in range(8)]
for thread in threads:
    thread.start()
for number in range(ITEMS):
    items.put(number)
for thread in threads:
    items.put(None)
for thread in threads:
    thread.join()
print(sum(counts))
