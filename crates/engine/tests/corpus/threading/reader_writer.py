import threading
import time


class ReadWrite:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = 0

    def start_read(self):
        with self.condition:
            self.readers += 1

    def end_read(self):
        with self.condition:
            self.readers -= 1
            if not self.readers:
                self.condition.notify_all()

    def start_write(self):
        self.condition.acquire()
        while self.readers:
            self.condition.wait()

    def end_write(self):
        self.condition.release()


lock = ReadWrite()
log = []


def read(n):
    lock.start_read()
    log.append(f"r{n}")
    time.sleep(0.1)
    lock.end_read()


def write():
    time.sleep(0.03)
    lock.start_write()
    log.append("w")
    lock.end_write()


threads = [threading.Thread(target=read, args=(n,)) for n in range(3)] + [threading.Thread(target=write)]
for t in threads:
    t.start()
time.sleep(0.05)
print(sorted(log))
for t in threads:
    t.join()
print(log[-1], len(log))
