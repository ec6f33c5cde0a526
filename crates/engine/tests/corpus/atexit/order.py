import atexit
import threading
import time


def bye(name, mark="."):
    print("bye", name + mark)


@atexit.register
def last():
    print("registered by decorator")


atexit.register(bye, "one")
atexit.register(bye, "two", mark="!")
atexit.register(bye, "never")
atexit.unregister(bye)
atexit.register(bye, "three")


def fails():
    raise ValueError("at the end")


def slow():
    time.sleep(0.1)
    print("slow thread done")


threading.Thread(target=slow).start()
atexit.register(print, "after all threads")
print("main ends")
