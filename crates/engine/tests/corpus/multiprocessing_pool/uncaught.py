# The traceback of an uncaught error of a worker: the remote one first.
from multiprocessing import Pool


def parse(text):
    return int(text)


if __name__ == "__main__":
    pool = Pool(1)
    print(pool.map(parse, ["1", "2"]))
    pool.map(parse, ["1", "x"])
