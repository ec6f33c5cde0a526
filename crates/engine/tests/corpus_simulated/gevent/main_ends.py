# The script's end is the end: greenlets that still wait do not go on.
import gevent


def work():
    print("begins")
    gevent.sleep(0.1)
    print("never")


gevent.spawn(work)
gevent.sleep(0.05)
gevent.spawn(print, "never either")
print("end of main")
