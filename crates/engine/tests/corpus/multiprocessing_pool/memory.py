# Workers have memory of their own: what they change, the parent does not see; what it had before, they have.
from multiprocessing import Pool

table = {"start": 1}
calls = 0


def work(n):
    global calls
    calls += 1
    table[n] = n
    return calls, len(table)


if __name__ == "__main__":
    table["before"] = 2
    with Pool(1) as pool:
        table["after"] = 3
        print(pool.map(work, [10, 20, 30], chunksize=1))
    print(calls, table)
