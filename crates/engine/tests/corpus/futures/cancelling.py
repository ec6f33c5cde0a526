import concurrent.futures as cf
import time

with cf.ThreadPoolExecutor(1) as pool:
    running = pool.submit(time.sleep, 0.1)
    waiting = [pool.submit(pow, n, 2) for n in range(3)]
    time.sleep(0.02)
    print(running.cancel(), running.running(), [f.cancel() for f in waiting[:2]], waiting[0])
    try:
        waiting[0].result()
    except cf.CancelledError as error:
        print(repr(error), type(error).__module__)
    print(waiting[2].result(), [f.cancelled() for f in waiting])
    print(sorted(f.cancelled() for f in cf.as_completed([waiting[0], running])))
pool = cf.ThreadPoolExecutor(2)
futures = [pool.submit(time.sleep, 0.05) for _ in range(6)]
time.sleep(0.01)
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in futures])
print(len(cf.wait(futures[:2]).done), [f._state for f in futures])
