# Map and reduce: counts by worker, merged by the parent.
from collections import Counter
from functools import reduce
from multiprocessing import Pool

LINES = ["to be or not to be", "that is the question", "to sleep to dream"]


def count(line):
    return Counter(line.split())


if __name__ == "__main__":
    with Pool(processes=2) as pool:
        counts = pool.map(count, LINES)
    total = reduce(lambda a, b: a + b, counts)
    print(total.most_common(2), sum(total.values()))
