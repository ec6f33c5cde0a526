# A scheduler of one's own over greenlets: round robin, with a mailbox.
from collections import deque

from greenlet import getcurrent, greenlet

ready = deque()


def loop():
    while ready:
        task, value = ready.popleft()
        task.switch(value)


hub = greenlet(loop)


def spawn(function, *args):
    task = greenlet(lambda _: function(*args), hub)
    ready.append((task, None))
    return task


def pause(value=None):
    ready.append((getcurrent(), value))
    return hub.switch()


def count(name, n):
    for i in range(n):
        print(name, i, pause(i * 10))


def numbers():
    def produce():
        for n in range(3):
            getcurrent().parent.switch(n)
        return None

    source = greenlet(produce)
    while (n := source.switch()) is not None:
        print("produced", n)
        pause()


spawn(count, "a", 3)
spawn(count, "b", 2)
spawn(numbers)
hub.switch()
print("all done", hub.dead, len(ready))


class Countdown(greenlet):
    def run(self, start):
        while start:
            heard = self.parent.switch(start)
            if heard == "stop":
                return "stopped"
            start -= 1
        return "lift off"


c = Countdown()
print(c.switch(3), c.switch(), c.switch("stop"), c.dead)
