"""The models of `events.rs` in SimPy, in events a second (the best of three runs), and those of `library.rs`, in seconds.

Usage: python simpy_model.py timeouts|counter PROCESSES TIMES_EACH, or python simpy_model.py locks|items|tasks once
"""

import sys
import time

import simpy

SERVICE_S = 0.001


def away_s(number, left):
    return 0.001 + (number * 7_919 + left * 104_729) % 1_000_003 / 1e9


def waits(env, number, each):
    for left in range(each, 0, -1):
        yield env.timeout(away_s(number, left))


def comes(env, number, each, counter):
    for left in range(each, 0, -1):
        with counter.request() as turn:
            yield turn
            yield env.timeout(SERVICE_S)
        yield env.timeout(away_s(number, left))


def takes_lock(env, lock):
    for _ in range(10):
        with lock.request() as turn:
            yield turn


def locks(env):
    lock = simpy.Resource(env, capacity=1)
    for _ in range(10_000):
        env.process(takes_lock(env, lock))


def puts(env, items):
    for number in range(1_000_000):
        yield items.put(number)
    for _ in range(8):
        yield items.put(None)


def gets(env, items):
    while (yield items.get()) is not None:
        pass


def items(env):
    store = simpy.Store(env)
    env.process(puts(env, store))
    for _ in range(8):
        env.process(gets(env, store))


def sleeps(env, number):
    yield env.timeout(0.001 * (number % 100))


def tasks(env):
    for number in range(100_000):
        env.process(sleeps(env, number))


def once(model):
    env = simpy.Environment()
    start = time.perf_counter()
    {"locks": locks, "items": items, "tasks": tasks}[model](env)
    env.run()
    return time.perf_counter() - start


def run(model, processes, each):
    env = simpy.Environment()
    counter = simpy.Resource(env, capacity=1)
    for number in range(1, processes + 1):
        if model == "timeouts":
            env.process(waits(env, number, each))
        else:
            env.process(comes(env, number, each, counter))
    start = time.perf_counter()
    env.run()
    return processes * each / (time.perf_counter() - start)


if __name__ == "__main__":
    if sys.argv[2] == "once":
        print(f"seconds {once(sys.argv[1]):.3f}")
        sys.exit()
    model, processes, each = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    print(f"per_second {max(run(model, processes, each) for _ in range(3)):.0f}")
