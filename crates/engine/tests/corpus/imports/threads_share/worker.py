import time

import state


def work(n):
    time.sleep(0.01 * (4 - n))
    with state.lock:
        state.results.append(n)
        state.total += n
