import threading
import time


def work():
    time.sleep(0.2)
    print("worker finished anyway")


threading.Thread(target=work).start()
raise RuntimeError("main fails")
