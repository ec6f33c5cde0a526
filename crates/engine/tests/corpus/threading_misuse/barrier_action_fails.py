import threading
import time


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


def action():
    raise ValueError("no")


barrier = threading.Barrier(2, action)


def party():
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        broken.append("party")


broken = []
thread = threading.Thread(target=party)
thread.start()
time.sleep(0.05)
told(barrier.wait)
thread.join()
print(barrier.broken, broken)
told(threading.Barrier, 0)
told(threading.Barrier)
told(threading.Barrier, "2")
