import threading
import time


def forever():
    while True:
        time.sleep(0.2)
        print("tick")


def brief():
    time.sleep(0.3)
    print("brief done")


daemon = threading.Thread(target=forever, daemon=True)
daemon.start()
threading.Thread(target=brief).start()
print(daemon.daemon, threading.current_thread().daemon)
print("main ends")
