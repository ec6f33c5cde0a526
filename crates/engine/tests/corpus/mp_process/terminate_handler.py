import multiprocessing
import signal
import sys
import time


def work(ready):
    def stop(number, frame):
        print("cleaning up", flush=True)
        sys.exit(12)

    signal.signal(signal.SIGTERM, stop)
    try:
        ready.set()
        time.sleep(30)
    finally:
        print("finally", flush=True)


if __name__ == "__main__":
    ready = multiprocessing.Event()
    process = multiprocessing.Process(target=work, args=(ready,))
    process.start()
    ready.wait()
    process.terminate()
    process.join()
    print(process.exitcode)
