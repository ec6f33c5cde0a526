import sys

import gevent


def leave():
    print("leaves")
    sys.exit(3)


def other():
    gevent.sleep(0.05)
    print("other")


gevent.spawn(other)
g = gevent.spawn(leave)
try:
    g.join()
    print("not here")
finally:
    print("finally")
