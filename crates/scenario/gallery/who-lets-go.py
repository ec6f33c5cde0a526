# Sleeping and waiting for the network let go of the GIL; counting does not.
import threading
import time

PAUSE_S = 0.5  #@param {type:"number", min:0.1, max:3, step:0.1}
TURNS = 1_000_000  #@param {type:"integer", min:10000, max:10000000}


def pause():
    time.sleep(PAUSE_S)


def count():
    turns = TURNS
    while turns:
        turns -= 1


def twice_side_by_side(work):
    start = time.perf_counter()
    pair = [threading.Thread(target=work) for _ in range(2)]
    for thread in pair:
        thread.start()
    for thread in pair:
        thread.join()
    return time.perf_counter() - start


def once(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


print("two pauses take as long as", round(twice_side_by_side(pause) / once(pause)), "of them")
print("two countings take as long as", round(twice_side_by_side(count) / once(count)), "of them")
