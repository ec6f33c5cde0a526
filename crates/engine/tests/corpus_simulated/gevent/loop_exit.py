# Rule 44: nothing left to run is a LoopExit where the main greenlet waits.
import gevent
from gevent.event import Event
from gevent.queue import Queue

for wait in (Event().wait, Queue().get, gevent.get_hub().switch):
    try:
        wait()
    except gevent.hub.LoopExit as error:
        print(type(error).__name__, str(error).splitlines()[0])
        print(error.args[0], error.hub is gevent.get_hub())
g = gevent.spawn(Event().wait)
try:
    g.join()
except gevent.exceptions.LoopExit as error:
    print("joined", str(error).splitlines()[0], str(error).splitlines()[2:])
try:
    gevent.joinall([gevent.spawn(Queue().get)])
except gevent.exceptions.LoopExit as error:
    print("all", str(error).splitlines()[0])
print(gevent.wait(timeout=0.05), gevent.wait())
print(Event().wait(timeout=0.05))
