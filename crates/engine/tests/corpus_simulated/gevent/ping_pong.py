import gevent
from gevent.queue import Queue


class Actor(gevent.Greenlet):
    def __init__(self):
        self.inbox = Queue()
        gevent.Greenlet.__init__(self)

    def receive(self, message):
        raise NotImplementedError

    def _run(self):
        self.running = True
        while self.running:
            self.receive(self.inbox.get())


class Pinger(Actor):
    def receive(self, message):
        print(message)
        pong.inbox.put("ping")
        gevent.sleep(0)


class Ponger(Actor):
    count = 0

    def receive(self, message):
        print(message)
        self.count += 1
        if self.count == 3:
            self.running = ping.running = False
        ping.inbox.put("pong")
        gevent.sleep(0)


ping, pong = Pinger(), Ponger()
ping.start()
pong.start()
ping.inbox.put("start")
gevent.joinall([ping, pong])
print(ping.inbox.qsize(), pong.inbox.qsize(), ping.dead, pong.dead)
