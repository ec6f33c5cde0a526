import threading

thread = threading.Thread(target=print, args=("ran",))
for action in (thread.join, lambda: threading.current_thread().join()):
    try:
        action()
    except RuntimeError as error:
        print(error)
thread.start()
thread.join()
for action in (thread.start, threading.Lock().release, threading.RLock().release):
    try:
        action()
    except RuntimeError as error:
        print(error)
try:
    thread.daemon = True
except RuntimeError as error:
    print(error)
