"""A bounded buffer over one Condition: producers and consumers wait for each other."""
import threading
import time


class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.condition = threading.Condition()

    def put(self, item):
        with self.condition:
            while len(self.items) >= self.size:
                self.condition.wait()
            self.items.append(item)
            self.condition.notify_all()

    def get(self):
        with self.condition:
            self.condition.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.condition.notify_all()
            return item


def produce(buffer, start):
    for number in range(start, start + 5):
        buffer.put(number)


def consume(buffer, taken, count):
    for _ in range(count):
        taken.append(buffer.get())
        time.sleep(0.002)


buffer = Buffer(2)
taken = []
threads = [threading.Thread(target=produce, args=(buffer, start)) for start in (0, 100)]
threads += [threading.Thread(target=consume, args=(buffer, taken, 5)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(taken), buffer.items)
print([n for n in taken if n < 50] == sorted(n for n in taken if n < 50))
