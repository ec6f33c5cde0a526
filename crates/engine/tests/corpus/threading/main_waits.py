import threading
import time


def work():
    time.sleep(0.2)
    print("worker after main")
    inner = threading.Thread(target=lambda: (time.sleep(0.1), print("inner too")))
    inner.start()


threading.Thread(target=work).start()
print("main done")
