"""`StreamServer` and `DatagramServer`: a greenlet for each connection or message."""

from gevent import socket as _socket
from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.hub import get_hub, spawn_raw
from gevent.pool import Pool

__all__ = ["StreamServer", "DatagramServer"]


def _address(listener):
    if isinstance(listener, str):
        host, _, port = listener.rpartition(":")
        return host.strip("[]"), int(port)
    if isinstance(listener, int):
        return "", listener
    return listener


class BaseServer:
    max_accept = 100
    stop_timeout = 1

    def __init__(self, listener, handle=None, spawn="default"):
        self._stop_event = Event()
        self._stop_event.set()
        self._acceptor = None
        self.pool = None
        self.set_listener(listener)
        self.set_spawn(spawn)
        if handle is not None:
            self.handle = handle
        self.loop = get_hub().loop

    def set_listener(self, listener):
        if hasattr(listener, "accept") or hasattr(listener, "recvfrom"):
            self.socket = listener
            self.address = listener.getsockname()
            self.family = listener.family
        else:
            self.socket = None
            self.address = _address(listener)

    def set_spawn(self, spawn):
        if spawn == "default":
            self._spawn = Greenlet.spawn
        elif spawn == "raw" or spawn is None:
            self._spawn = spawn_raw
        elif hasattr(spawn, "spawn"):
            self.pool = spawn
            self._spawn = spawn.spawn
        elif isinstance(spawn, int):
            self.pool = Pool(spawn)
            self._spawn = self.pool.spawn
        else:
            self._spawn = spawn

    def set_handle(self, handle):
        self.handle = handle

    def __repr__(self):
        return "<%s at %s %s>" % (type(self).__name__, hex(id(self)), self._formatinfo())

    def _formatinfo(self):
        text = "address=%s:%s" % self.address[:2] if isinstance(self.address, tuple) else "address=%s" % (self.address,)
        return text

    @property
    def server_host(self):
        return self.address[0]

    @property
    def server_port(self):
        return self.address[1]

    def init_socket(self):
        pass

    @property
    def started(self):
        return not self._stop_event.is_set()

    closed = property(lambda self: self._acceptor is None)

    def start_accepting(self):
        if self._acceptor is None:
            self._acceptor = Greenlet.spawn(self._serve)

    def stop_accepting(self):
        if self._acceptor is not None:
            acceptor, self._acceptor = self._acceptor, None
            acceptor.kill(block=False)

    def start(self):
        self.init_socket()
        self._stop_event.clear()
        try:
            self.start_accepting()
        except BaseException:
            self.close()
            raise

    def close(self):
        self._stop_event.set()
        self.stop_accepting()
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    def stop(self, timeout=None):
        self.close()
        if self.pool is not None:
            if timeout is None:
                timeout = self.stop_timeout
            self.pool.join(timeout=timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        if not self.started:
            self.start()
        try:
            self._stop_event.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()

    def is_fatal_error(self, failure):
        return isinstance(failure, OSError)


class StreamServer(BaseServer):
    backlog = 256
    reuse_addr = 1

    def __init__(self, listener, handle=None, backlog=None, spawn="default", **ssl_args):
        if ssl_args:
            raise TypeError("ssl is not available here: %s" % ", ".join(sorted(ssl_args)))
        BaseServer.__init__(self, listener, handle, spawn)
        if backlog is not None:
            self.backlog = backlog

    @classmethod
    def get_listener(cls, address, backlog=None, family=None):
        made = _socket.socket(_socket.AF_INET if family is None else family, _socket.SOCK_STREAM)
        made.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(cls.backlog if backlog is None else backlog)
        return made

    def init_socket(self):
        if self.socket is None:
            self.socket = self.get_listener(self.address, self.backlog)
            self.address = self.socket.getsockname()

    def _serve(self):
        while self.socket is not None:
            try:
                client, address = self.socket.accept()
            except OSError:
                if self.socket is None or not self.started:
                    return
                raise
            self._spawn(self.wrap_handle, client, address)

    def wrap_handle(self, client, address):
        try:
            self.handle(client, address)
        finally:
            self.do_close(client)

    def do_close(self, client, *args):
        client.close()


class DatagramServer(BaseServer):
    reuse_addr = 1

    @classmethod
    def get_listener(cls, address, family=None):
        made = _socket.socket(_socket.AF_INET if family is None else family, _socket.SOCK_DGRAM)
        made.bind(address)
        return made

    def init_socket(self):
        if self.socket is None:
            self.socket = self.get_listener(self.address)
            self.address = self.socket.getsockname()

    def _serve(self):
        while self.socket is not None:
            data, address = self.socket.recvfrom(8192)
            self._spawn(self.handle, data, address)

    def sendto(self, *args):
        self.socket.sendto(*args)
