import multiprocessing
import os
import sys


def exits(how):
    how()


def with_text():
    sys.exit("a text")


def raises():
    raise KeyError("missing")


if __name__ == "__main__":
    for how in (with_text, raises, sys.exit, lambda: os._exit(9)):
        process = multiprocessing.Process(target=exits, args=(how,))
        process.start()
        process.join()
        print(process.exitcode, flush=True)
