import gevent
from gevent.lock import BoundedSemaphore, RLock

forks = [BoundedSemaphore(1) for _ in range(3)]
meals = {}


def philosopher(n):
    left, right = forks[n], forks[(n + 1) % 3]
    if n == 2:
        left, right = right, left
    for _ in range(2):
        with left:
            gevent.sleep(0)
            with right:
                meals[n] = meals.get(n, 0) + 1
                print("philosopher", n, "eats")
                gevent.sleep(0.01)
        gevent.sleep(0)


gevent.joinall([gevent.spawn(philosopher, n) for n in range(3)])
print(sorted(meals.items()))
