import threading
import time


def work():
    time.sleep(0.2)


threads = [threading.Thread(target=work, name=f"w{n}") for n in range(3)]
for thread in threads:
    thread.start()
print(threading.active_count(), sorted(thread.name for thread in threading.enumerate()))
for thread in threads:
    thread.join()
print(threading.active_count(), [thread.name for thread in threading.enumerate()])
print(threading.get_ident() == threading.main_thread().ident, threads[0].ident is not None)
