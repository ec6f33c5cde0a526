import threading
import time


def work(name, pause_s):
    time.sleep(pause_s)
    print(name, "done")


threads = [threading.Thread(target=work, args=(n, 0.1 * (3 - n))) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all joined", [thread.is_alive() for thread in threads])
