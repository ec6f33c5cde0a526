# sorting and searching objects whose comparisons take a lock and sleep
import threading
import time

lock = threading.Lock()
compared = []


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        with lock:
            time.sleep(0.001)
            compared.append((self.name, other.name))
        return self.priority < other.priority

    def __eq__(self, other):
        time.sleep(0.001)
        return isinstance(other, Job) and self.priority == other.priority

    def __repr__(self):
        return f"{self.name}:{self.priority}"


jobs = [Job(p, n) for p, n in ((3, "c"), (1, "a"), (2, "b"), (1, "a2"), (5, "e"))]
print(sorted(jobs))
print(compared)
compared.clear()
print(sorted(jobs, reverse=True), len(compared))
jobs.sort()
print(jobs)
print(sorted([(2, jobs[0]), (1, jobs[1])]), sorted(jobs, key=lambda job: job.name))
print(Job(5, "x") in jobs, Job(9, "y") in jobs, Job(1, "z") in tuple(jobs))
print(min(jobs), min(jobs[1], jobs[0]))
many = [Job(n * 7 % 100, f"n{n}") for n in range(100)]
many.sort()
print([job.priority for job in many] == sorted(job.priority for job in many))
stable = sorted([Job(n % 3, f"s{n}") for n in range(70)])
print([job.name for job in stable][:10])
errors = [Job(1, "ok"), 5]
try:
    sorted(errors)
except (TypeError, AttributeError) as error:
    print(type(error).__name__, error)


def worker(results, number):
    results[number] = sorted(jobs)[0].name


results = {}
threads = [threading.Thread(target=worker, args=(results, n)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))
