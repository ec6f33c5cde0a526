import multiprocessing
import time


def told(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


def child():
    try:
        multiprocessing.Process(target=print).start()
    except AssertionError as error:
        print("in the daemon:", error, flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=time.sleep, args=(0.2,))
    told(process.join)
    told(lambda: process.sentinel)
    told(lambda: setattr(process, "name", 5))
    told(lambda: multiprocessing.Process(group=1))
    told(lambda: multiprocessing.Process(target=print, args=5))
    process.start()
    told(process.start)
    told(lambda: setattr(process, "daemon", True))
    told(process.close)
    process.join()
    told(lambda: multiprocessing.get_context("thread"))
    told(lambda: multiprocessing.set_start_method("thread", force=True))
    daemon = multiprocessing.Process(target=child, daemon=True)
    daemon.start()
    daemon.join()
    told(multiprocessing.Process().terminate)
