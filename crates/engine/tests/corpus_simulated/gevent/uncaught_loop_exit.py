import gevent
from gevent.queue import Queue

print("before")
Queue().get()
print("after")
