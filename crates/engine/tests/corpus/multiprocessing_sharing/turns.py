# A lock around a longer passage: no two processes are inside at once.
import time
from multiprocessing import Lock, Process, Queue


def visit(lock, log, name):
    with lock:
        log.put((name, "in"))
        time.sleep(0.03)
        log.put((name, "out"))


if __name__ == "__main__":
    lock, log = Lock(), Queue()
    visitors = [Process(target=visit, args=(lock, log, name)) for name in "abc"]
    for visitor in visitors:
        visitor.start()
    rows = [log.get() for _ in range(6)]
    for visitor in visitors:
        visitor.join()
    pairs = list(zip(rows[::2], rows[1::2]))
    print(all(a[0] == b[0] and (a[1], b[1]) == ("in", "out") for a, b in pairs))
    print(sorted(name for name, what in rows if what == "in"))
