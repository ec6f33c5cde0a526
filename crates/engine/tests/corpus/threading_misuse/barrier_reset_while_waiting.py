import threading
import time


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


barrier = threading.Barrier(3)


def party():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        broken.append("party")


broken = []
threads = [threading.Thread(target=party) for _ in range(2)]
for thread in threads:
    thread.start()
time.sleep(0.05)
print(barrier.n_waiting)
barrier.reset()
for thread in threads:
    thread.join()
print(barrier.broken, barrier.n_waiting, broken)
