# One lock held over a whole loop: the second clock can't tick before the first has finished.
import threading
import time

TICKS = 3  #@param {type:"slider", min:1, max:10}
FIRST_S = 1.0  #@param {type:"number", min:0.1, max:5, step:0.1}
SECOND_S = 2.0  #@param {type:"number", min:0.1, max:5, step:0.1}

turn = threading.Lock()
start = time.perf_counter()


def clock(name, pause_s):
    with turn:
        for tick in range(1, TICKS + 1):
            time.sleep(pause_s)
            print(f"{time.perf_counter() - start:.1f} s: {name} tick {tick}")


first = threading.Thread(target=clock, args=("first", FIRST_S))
second = threading.Thread(target=clock, args=("second", SECOND_S))
first.start()
second.start()
first.join()
second.join()
