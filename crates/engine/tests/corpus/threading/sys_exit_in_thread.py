import sys
import threading


def work():
    print("leaving the thread")
    sys.exit(5)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print("main still runs")
