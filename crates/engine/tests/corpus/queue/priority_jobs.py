import dataclasses
import itertools
import queue
import threading


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)


jobs = queue.PriorityQueue()
for priority, name in ((3, "low"), (1, "high"), (2, "middle"), (1, "high too")):
    jobs.put(Job(priority, name))
print([jobs.get().name for _ in range(4)])
counter = itertools.count()
for priority, payload in ((2, {"b": 1}), (1, {"a": 1}), (2, {"a": 2})):
    jobs.put((priority, next(counter), payload))
while not jobs.empty():
    print(jobs.get())


class Newest(queue.Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        if item not in self.queue:
            self.queue.append(item)

    def _get(self):
        return self.queue.pop()


own = Newest()
for n in (1, 2, 2, 3):
    own.put(n)
print(own.qsize(), [own.get() for _ in range(3)], own.unfinished_tasks)
stack = queue.LifoQueue(2)
stack.put("a")
stack.put("b")
print(stack.full(), stack.get(), stack.get(), stack.empty())
