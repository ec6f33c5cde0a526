import threading
import time


class Worker(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.stopping = False
        self.rounds = 0

    def run(self):
        while not self.stopping:
            self.rounds += 1
            time.sleep(0.1)


worker = Worker()
worker.start()
time.sleep(0.35)
worker.stopping = True
worker.join()
print(worker.rounds, worker.daemon, worker.is_alive())
