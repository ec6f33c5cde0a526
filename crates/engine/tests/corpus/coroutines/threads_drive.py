# coroutines driven by threads of their own
import threading
import time

lock = threading.Lock()
results = {}


class Pause:
    def __await__(self):
        yield


async def work(name, count):
    total = 0
    for i in range(count):
        with lock:
            total += i
        time.sleep(0.001)
        await Pause()
    return total


def drive(name, coro):
    steps = 0
    try:
        while True:
            coro.send(None)
            steps += 1
    except StopIteration as stop:
        results[name] = (steps, stop.value)


threads = [threading.Thread(target=drive, args=(f"t{n}", work(f"t{n}", n + 2))) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, results[name])
