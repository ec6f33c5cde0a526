import threading


def child():
    print("child daemon:", threading.current_thread().daemon)


def parent():
    print("parent daemon:", threading.current_thread().daemon)
    thread = threading.Thread(target=child)
    thread.start()
    thread.join()


thread = threading.Thread(target=parent)
thread.daemon = True
thread.start()
thread.join()
