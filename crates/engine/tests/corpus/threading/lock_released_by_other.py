import threading
import time

gate = threading.Lock()
gate.acquire()


def wait():
    gate.acquire()
    print("through the gate")


thread = threading.Thread(target=wait)
thread.start()
time.sleep(0.1)
print("opening")
gate.release()
thread.join()
