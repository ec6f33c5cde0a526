"""Sockets whose waits are a greenlet's alone."""

import socket as _socket

from gevent.hub import _wait_on, get_hub
from socket import *

# After those of `socket`, which block the thread.
from gevent._names import getaddrinfo, gethostbyname, gethostbyname_ex

timeout = TimeoutError
# As they are before anything is patched.
_Plain = _socket.socket
_plain_pair = _socket.socketpair
_plain_fromfd = _socket.fromfd


class socket(_Plain):
    """A socket whose waits are the greenlet's alone: underneath, it never blocks."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _Plain.__init__(self, family, type, proto, fileno)
        self._wait_s = _socket.getdefaulttimeout()
        _Plain.setblocking(self, False)
        self.hub = get_hub()

    def gettimeout(self):
        return self._wait_s

    timeout = property(gettimeout)

    def settimeout(self, howlong):
        if howlong is not None:
            howlong = float(howlong)
            if howlong < 0.0:
                raise ValueError("Timeout value out of range")
        self._wait_s = howlong

    def setblocking(self, flag):
        self._wait_s = None if flag else 0.0

    def getblocking(self):
        return self._wait_s != 0.0

    def _until_ready(self, events, attempt, *args):
        while True:
            try:
                return attempt(self, *args)
            except BlockingIOError:
                if self._wait_s == 0.0:
                    raise
            _wait_on(self.fileno(), events, self._wait_s, timeout("timed out"))

    def accept(self):
        client, address = self._until_ready(1, _Plain.accept)
        return _adopt(client), address

    def connect(self, address):
        if isinstance(address, tuple) and self.family == AF_INET and not _is_numeric(address[0]):
            address = (gethostbyname(address[0] or "127.0.0.1"), *address[1:])
        try:
            _Plain.connect(self, address)
            return
        except (BlockingIOError, InterruptedError):
            if self._wait_s == 0.0:
                raise
        _wait_on(self.fileno(), 2, self._wait_s, timeout("timed out"))
        number = self.getsockopt(SOL_SOCKET, SO_ERROR)
        if number:
            import os

            raise OSError(number, os.strerror(number))

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as failure:
            return failure.errno or 0
        return 0

    def recv(self, *args):
        return self._until_ready(1, _Plain.recv, *args)

    def recvfrom(self, *args):
        return self._until_ready(1, _Plain.recvfrom, *args)

    def recv_into(self, *args):
        return self._until_ready(1, _Plain.recv_into, *args)

    def recvfrom_into(self, *args):
        return self._until_ready(1, _Plain.recvfrom_into, *args)

    def send(self, data, flags=0):
        return self._until_ready(2, _Plain.send, data)

    def sendto(self, *args):
        return self._until_ready(2, _Plain.sendto, *args)

    def sendall(self, data, flags=0):
        rest = memoryview(data).cast("B") if not isinstance(data, bytes) else data
        while len(rest):
            rest = rest[self.send(rest) :]

    def dup(self):
        return _adopt(_Plain.dup(self))

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        self._files += 1
        return _File(self, mode, encoding or "utf-8", errors or "strict", newline)


class _File(_socket.SocketFile):
    """A buffered file over a socket, which waits as its socket does."""

    def _more(self):
        while True:
            try:
                return _socket.SocketFile._more(self)
            except BlockingIOError:
                _wait_on(self._sock.fileno(), 1, self._sock.timeout, timeout("timed out"))

    def flush(self):
        data, self._behind = b"".join(self._behind), []
        if data:
            self._sock.sendall(data)


def _adopt(plain):
    family, kind, proto = plain.family, plain.type, plain.proto
    return socket(family, kind, proto, fileno=plain.detach())


def _is_numeric(host):
    return host.replace(".", "").isdigit()


SocketType = socket


def socketpair(*args):
    return tuple(_adopt(one) for one in _plain_pair(*args))


def fromfd(fd, family, type, proto=0):
    return _adopt(_plain_fromfd(fd, family, type, proto))


def create_connection(address, timeout=None, source_address=None, **kwargs):
    made = socket(AF_INET, SOCK_STREAM)
    try:
        if timeout is not None:
            made.settimeout(timeout)
        if source_address:
            made.bind(source_address)
        made.connect(address)
    except BaseException:
        made.close()
        raise
    return made


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    made = socket(family, SOCK_STREAM)
    made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    made.bind(address)
    made.listen(128 if backlog is None else backlog)
    return made
