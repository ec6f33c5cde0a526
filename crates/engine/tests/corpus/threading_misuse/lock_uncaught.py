import threading


def worker():
    lock = threading.Lock()
    with lock:
        lock.release()
    print("not reached")


thread = threading.Thread(target=worker, name="double release")
thread.start()
thread.join()
threading.Lock().release()
