import threading
import time


def talk(name, pause_s, times):
    for i in range(times):
        time.sleep(pause_s)
        print(f"{name}{i}")


threads = [
    threading.Thread(target=talk, args=("a", 0.2, 3)),
    threading.Thread(target=talk, args=("b", 0.25, 3)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
