import _thread
import threading
import time


def interrupter():
    time.sleep(0.05)
    _thread.interrupt_main()


threading.Thread(target=interrupter).start()
try:
    for _ in range(100):
        time.sleep(0.01)
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted")
