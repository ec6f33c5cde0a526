import multiprocessing
import time


def brief():
    time.sleep(0.1)
    print("the child goes on", flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=brief)
    process.start()
    raise ValueError("in main")
