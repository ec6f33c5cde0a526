import threading


def work(n):
    return 10 // n


def named():
    raise KeyError("in a named thread")


class Worker(threading.Thread):
    def run(self):
        self.deep(3)

    def deep(self, n):
        if n:
            return self.deep(n - 1)
        raise RuntimeError("deep in a method")


for thread in (threading.Thread(target=work, args=(0,)), threading.Thread(target=named, name="by-name"), Worker(), Worker(name="own"),
               threading.Thread(target=lambda: [][1]), threading.Thread(target=work, args=())):
    thread.start()
    thread.join()
print("main goes on")


def chained():
    try:
        work(0)
    except ZeroDivisionError as error:
        raise ValueError("while working") from error


t = threading.Thread(target=chained)
t.start()
t.join()


def exits():
    raise SystemExit("quietly")


t = threading.Thread(target=exits)
t.start()
t.join()


def group():
    raise ExceptionGroup("in a thread", [ValueError(1), TypeError(2)])


t = threading.Thread(target=group)
t.start()
t.join()
print("end")
