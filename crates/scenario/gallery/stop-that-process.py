# A thread can only be asked to stop; a process can be ended from outside.
import multiprocessing
import threading
import time

PATIENCE_S = 1.0  #@param {type:"number", min:0.1, max:5, step:0.1}


def hold_on(asked):
    while not asked.is_set():
        time.sleep(0.25)


def never_listens():
    while True:
        time.sleep(0.25)


if __name__ == "__main__":
    asked = threading.Event()
    thread = threading.Thread(target=hold_on, args=(asked,))
    thread.start()
    time.sleep(PATIENCE_S)
    print("a thread has terminate():", hasattr(thread, "terminate"))
    asked.set()
    thread.join()
    print("the thread stopped because it looked at the event")

    process = multiprocessing.Process(target=never_listens)
    process.start()
    time.sleep(PATIENCE_S)
    process.terminate()
    process.join()
    print("the process is gone, exit code", process.exitcode)
