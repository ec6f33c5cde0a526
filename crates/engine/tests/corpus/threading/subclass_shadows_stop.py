"""A subclass that calls its own event `_stop` breaks join(), as it does in CPython."""
import threading
import time


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self._stop = threading.Event()

    def run(self):
        while not self._stop.is_set():
            time.sleep(0.01)


worker = Worker()
worker.start()
worker._stop.set()
try:
    worker.join()
except TypeError as error:
    print(error)
