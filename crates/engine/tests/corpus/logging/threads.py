import logging
import sys
import threading
import time

logging.basicConfig(
    level=logging.DEBUG,
    stream=sys.stdout,
    format="(%(threadName)-10s) %(levelname)-8s %(funcName)s:%(lineno)d %(message)s",
)


def worker(n):
    logging.debug("Starting")
    time.sleep(0.02 * n)
    logging.info("worker %d done", n)


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def increment(self):
        logging.debug("Waiting for lock")
        with self.lock:
            logging.debug("Acquired lock")
            self.value += 1


threads = [threading.Thread(name=f"w{n}", target=worker, args=(n,)) for n in range(1, 4)]
for thread in threads:
    thread.start()
    time.sleep(0.001)
for thread in threads:
    thread.join()
counter = Counter()
thread = threading.Thread(name="adder", target=counter.increment)
thread.start()
thread.join()
logging.debug("value %d in %s", counter.value, threading.current_thread().name)
print(len(f"{logging.root.handlers[0].formatter._fmt}"))
