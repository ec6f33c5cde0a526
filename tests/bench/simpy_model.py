"""The two models of `events.rs` in SimPy. Prints events a second, the best of three runs.

Usage: python simpy_model.py timeouts|counter PROCESSES TIMES_EACH
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
    model, processes, each = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    print(f"per_second {max(run(model, processes, each) for _ in range(3)):.0f}")
