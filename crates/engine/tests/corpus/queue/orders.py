"""LifoQueue, PriorityQueue with tuples and with items of a class, a subclass with a set."""
import queue


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"Job({self.priority}, {self.name!r})"


p = queue.PriorityQueue()
for entry in ((3, "c"), (1, "b"), (2, "x"), (1, "a")):
    p.put(entry)
print([p.get() for _ in range(p.qsize())], p.empty())
for job in (Job(5, "low"), Job(1, "high"), Job(3, "middle")):
    p.put(job)
while not p.empty():
    print(p.get())
try:
    p.put((1, {}))
    p.put((1, {}))
except TypeError as error:
    print(error)
stack = queue.LifoQueue(maxsize=3)
for x in "abc":
    stack.put(x)
print(stack.full(), stack.get(), stack.get(), stack.qsize(), stack.get())


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = dict()

    def _put(self, item):
        self.queue[item] = True

    def _get(self):
        return self.queue.popitem()[0]


u = UniqueQueue()
for x in (1, 2, 1, 2):
    u.put(x)
print(u.qsize(), u.get(), u.get())
