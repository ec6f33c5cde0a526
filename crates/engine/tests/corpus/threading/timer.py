import threading
import time

start = time.monotonic()


def told(what, times=1):
    print(what * times, round(time.monotonic() - start, 1))


timers = [
    threading.Timer(0.2, told, ["second"]),
    threading.Timer(0.1, told, args=("first ",), kwargs={"times": 2}),
    threading.Timer(0.3, told, ["never"]),
]
for timer in timers:
    timer.start()
print([t.is_alive() for t in timers], timers[0].interval, isinstance(timers[0], threading.Thread))
timers[2].cancel()
for timer in timers:
    timer.join()
print([t.is_alive() for t in timers], [t.finished.is_set() for t in timers])
early = threading.Timer(5, told, ["not"])
early.cancel()
early.start()
early.join()
print(early.name.startswith("Thread-"), early.daemon)


class Repeating(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks = []
repeating = Repeating(0.05, ticks.append, [1])
repeating.start()
time.sleep(0.18)
repeating.cancel()
repeating.join()
print(len(ticks))
