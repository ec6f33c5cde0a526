# Counting is work for the processor: threads take turns under the GIL, processes really share it out.
import multiprocessing
import threading
import time

WORKERS = 4  #@param {type:"slider", min:1, max:8}
TURNS = 200_000  #@param {type:"integer", min:1000, max:2000000}


def count(turns):
    while turns > 0:
        turns -= 1


def timed(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def in_turn():
    for _ in range(WORKERS):
        count(TURNS)


def side_by_side(kind):
    crew = [kind(target=count, args=(TURNS,)) for _ in range(WORKERS)]
    for worker in crew:
        worker.start()
    for worker in crew:
        worker.join()


if __name__ == "__main__":
    alone = timed(in_turn)
    threads = timed(lambda: side_by_side(threading.Thread))
    processes = timed(lambda: side_by_side(multiprocessing.Process))
    print("threads faster than one after the other:", threads < 0.9 * alone)
    print("processes faster than threads:", processes < threads)
