import heapq
import random

random.seed(3)
numbers = [random.randint(0, 99) for _ in range(12)]
heap = []
for number in numbers:
    heapq.heappush(heap, number)
print(heap)
print([heapq.heappop(heap) for _ in range(len(heap))] == sorted(numbers))
heap = numbers[:]
heapq.heapify(heap)
print(heap, heap[0])
print(heapq.heapreplace(heap, 1), heap, heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 50), heap)
print(heapq.nlargest(3, numbers), heapq.nsmallest(3, numbers), heapq.nlargest(1, numbers), heapq.nsmallest(0, numbers))
words = ["pear", "fig", "banana", "kiwi", "plum"]
print(heapq.nlargest(2, words, key=len), heapq.nsmallest(3, words, key=len), heapq.nsmallest(1, [], key=len))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge(["bb", "a"], ["ccc"], key=len, reverse=True)), list(heapq.merge([3, 1], [2], reverse=True)))
tasks = []
for priority, name in [(2, "write"), (1, "read"), (3, "rest"), (1, "open")]:
    heapq.heappush(tasks, (priority, name))
while tasks:
    print(heapq.heappop(tasks))


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority


jobs = [Job(3, "c"), Job(1, "a"), Job(2, "b")]
heapq.heapify(jobs)
print([heapq.heappop(jobs).name for _ in range(3)])
for call in (lambda: heapq.heappop([]), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify((1, 2)), lambda: heapq.heapreplace([], 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
