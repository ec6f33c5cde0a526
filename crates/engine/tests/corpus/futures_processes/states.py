# At most max_workers + 1 futures leave the pending state at once (rule 27); cancel is for those that have not.
import time
from concurrent.futures import ProcessPoolExecutor, wait


def nap(n):
    time.sleep(0.2)
    return n


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        futures = [pool.submit(nap, n) for n in range(6)]
        time.sleep(0.12)
        print([future.running() for future in futures][:3], futures[5].running())
        print(futures[0].cancel(), futures[5].cancel(), futures[5].cancelled())
        done, pending = wait(futures)
        print(len(done), len(pending))
        print([future.result() for future in futures[:5]])
