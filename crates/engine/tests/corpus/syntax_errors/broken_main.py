# A script that is no Python: nothing of it runs.
import threading

print("this is never printed")


def work(lock:
    with lock
        print("in")


threading.Thread(target=work).start()
