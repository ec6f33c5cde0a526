import multiprocessing
import time


def forever():
    while True:
        time.sleep(0.05)


def brief():
    time.sleep(0.1)
    print("the other one is waited for", flush=True)


if __name__ == "__main__":
    first = multiprocessing.Process(target=forever, daemon=True)
    second = multiprocessing.Process(target=brief)
    first.start()
    second.start()
    print(len(multiprocessing.active_children()), first.daemon, second.daemon)
    print("the main process ends", flush=True)
