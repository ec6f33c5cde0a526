# The traceback of an error that nobody catches: the worker's first.
from concurrent.futures import ProcessPoolExecutor


def parse(text):
    return int(text)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        print(pool.submit(parse, "1").result())
        print(pool.submit(parse, "x").result())
