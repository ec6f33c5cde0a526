import gevent
from gevent import Greenlet, monkey

monkey.patch_all()
import threading


class Worker(Greenlet):
    def __init__(self, name, jobs):
        super().__init__()
        self.label = name
        self.jobs = jobs
        self.done = []

    def _run(self):
        for job in self.jobs:
            gevent.sleep(0.01 * job)
            self.done.append(job)
            print(self.label, job)
        return len(self.done)

    def __str__(self):
        return "Worker " + self.label


workers = [Worker("x", [1, 4]), Worker("y", [2, 6, 1])]
for w in workers:
    w.start()
gevent.joinall(workers)
print([str(w) for w in workers], [w.value for w in workers], [w.done for w in workers])


class T(threading.Thread):
    def __init__(self, n):
        threading.Thread.__init__(self)
        self.n = n

    def run(self):
        gevent.sleep(0.01 * self.n)
        print("thread", self.n, self.name, threading.current_thread() is self)


threads = [T(n) for n in (3, 1, 2)]
[t.start() for t in threads]
[t.join() for t in threads]
print(threads[0].is_alive(), threads[0].name)
