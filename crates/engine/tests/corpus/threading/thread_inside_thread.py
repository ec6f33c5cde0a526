import threading
import time

log = []


def grandchild(n):
    time.sleep(0.01 * n)
    log.append(f"grandchild {n}")


def child():
    threads = [threading.Thread(target=grandchild, args=(n,)) for n in (3, 1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log.append("child")


thread = threading.Thread(target=child)
thread.start()
thread.join()
print(log)
