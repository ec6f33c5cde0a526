import threading
import time


def work():
    time.sleep(0.5)
    print("worker done")


thread = threading.Thread(target=work)
thread.start()
print(thread.join(timeout=0.1), thread.is_alive())
thread.join(0.1)
print("still", thread.is_alive())
thread.join()
print("ended", thread.is_alive())
thread.join()
