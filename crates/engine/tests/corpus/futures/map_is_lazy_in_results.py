"""Rule 25: map submits at once and gives results in call order; a failure comes where its result would."""
import time
from concurrent.futures import ThreadPoolExecutor

started = []


def work(n):
    started.append(n)
    time.sleep(0.02 * (4 - n))
    if n == 2:
        raise LookupError(n)
    return n * 10


with ThreadPoolExecutor(4) as pool:
    results = pool.map(work, range(4))
    time.sleep(0.01)
    print(sorted(started), type(results).__name__)
    print(next(results), next(results))
    try:
        next(results)
    except LookupError as error:
        print("failed:", error)
    print(list(results))
    print(list(pool.map(lambda a, b: a + b, "abc", "xyz")), list(pool.map(max, [])))
    print(dict(zip("ab", pool.map(str.upper, "ab"))))
    try:
        list(pool.map(time.sleep, [0.3, 0.01], timeout=0.05))
    except TimeoutError as error:
        print(repr(error))
