import threading

slots = threading.BoundedSemaphore(1)


def worker():
    with slots:
        slots.release()


thread = threading.Thread(target=worker)
thread.start()
thread.join()
slots.release()
