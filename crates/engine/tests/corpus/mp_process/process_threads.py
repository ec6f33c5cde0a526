import multiprocessing
import threading


def work():
    thread = threading.Thread(target=lambda: print("thread of", multiprocessing.current_process().name, flush=True))
    thread.start()
    print(threading.active_count() in (1, 2), threading.main_thread().name, flush=True)
    # It is joined before the process ends.


if __name__ == "__main__":
    def starts():
        process = multiprocessing.Process(target=work)
        process.start()
        process.join()
        print(process.exitcode, flush=True)

    thread = threading.Thread(target=starts)
    thread.start()
    thread.join()
