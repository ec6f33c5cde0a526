import threading


def told(call, *args, **kwargs):
    try:
        print("fine:", call(*args, **kwargs))
    except BaseException as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


barrier = threading.Barrier(2)
told(barrier.wait, 0.02)
print(barrier.broken, barrier.n_waiting, barrier.parties)
told(barrier.wait)
barrier.reset()
print(barrier.broken)
barrier.abort()
told(barrier.wait)
told(barrier.wait, timeout=5)
print(issubclass(threading.BrokenBarrierError, RuntimeError))
