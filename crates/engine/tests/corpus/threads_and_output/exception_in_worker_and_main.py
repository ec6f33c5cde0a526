import threading
import time


def work():
    time.sleep(0.1)
    {}["worker"]


thread = threading.Thread(target=work, name="w")
thread.start()
thread.join()
raise LookupError("main")
