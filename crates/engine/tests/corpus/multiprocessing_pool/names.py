# The workers' names and that they are daemons, which may not have children.
from multiprocessing import Pool, Process, current_process


def who(_):
    process = current_process()
    return process.name, process.daemon


def child(_):
    try:
        Process(target=print).start()
    except AssertionError as error:
        return str(error)


if __name__ == "__main__":
    print(current_process().name, current_process().daemon)
    with Pool(1) as pool:
        print(pool.map(who, range(2)))
        print(pool.apply(child, (0,)))
        print(pool)
    print(pool)
