"""What a loop does beside its tasks: watching descriptors, and the entrances to sockets, pipes and programs,
whose modules are imported at their first use.

Order and errors are those of CPython's Lib/asyncio/selector_events.py.
"""

from _asyncio import _make_handle
from asyncio import base_events


def _number(fd):
    if isinstance(fd, int):
        number = fd
    else:
        try:
            number = int(fd.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fd!r}") from None
    if number < 0:
        raise ValueError(f"Invalid file descriptor: {number}")
    return number


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    "Has handles by descriptor."

    __module__ = "asyncio.selector_events"

    def __init__(self, selector=None):
        super().__init__()
        self._readers = {}
        self._writers = {}
        self._transports = {}

    def _watch_in(self, table, fd, callback, args):
        self._check_closed()
        fd = _number(fd)
        handle = _make_handle(self, callback, args)
        before = table.get(fd)
        table[fd] = handle
        self._watched = True
        if before is not None:
            before.cancel()
        return handle

    def _unwatch_in(self, table, fd):
        if self.is_closed():
            return False
        handle = table.pop(_number(fd), None)
        if handle is None:
            return False
        handle.cancel()
        self._watched = bool(self._readers or self._writers)
        return True

    def _select(self):
        readers, writers = self._wait_for_descriptors(list(self._readers), list(self._writers))
        for fd in readers:
            self._push_handle(self._readers[fd])
        for fd in writers:
            self._push_handle(self._writers[fd])

    def _add_reader(self, fd, callback, *args):
        return self._watch_in(self._readers, fd, callback, args)

    def _remove_reader(self, fd):
        return self._unwatch_in(self._readers, fd)

    def _add_writer(self, fd, callback, *args):
        return self._watch_in(self._writers, fd, callback, args)

    def _remove_writer(self, fd):
        return self._unwatch_in(self._writers, fd)

    def _ensure_fd_no_transport(self, fd):
        fileno = _number(fd)
        transport = self._transports.get(fileno)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")

    def add_reader(self, fd, callback, *args):
        self._ensure_fd_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        self._ensure_fd_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(fd)

    def close(self):
        super().close()
        self._readers.clear()
        self._writers.clear()

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        import socket

        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        import socket

        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def sock_recv(self, sock, n):
        from asyncio import sockets

        return await sockets.sock_recv(self, sock, n)

    async def sock_recv_into(self, sock, buf):
        from asyncio import sockets

        return await sockets.sock_recv_into(self, sock, buf)

    async def sock_recvfrom(self, sock, bufsize):
        from asyncio import sockets

        return await sockets.sock_recvfrom(self, sock, bufsize)

    async def sock_sendto(self, sock, data, address):
        from asyncio import sockets

        return await sockets.sock_sendto(self, sock, data, address)

    async def sock_sendall(self, sock, data):
        from asyncio import sockets

        return await sockets.sock_sendall(self, sock, data)

    async def sock_connect(self, sock, address):
        from asyncio import sockets

        return await sockets.sock_connect(self, sock, address)

    async def sock_accept(self, sock):
        from asyncio import sockets

        return await sockets.sock_accept(self, sock)

    async def create_connection(self, protocol_factory, host=None, port=None, **options):
        from asyncio import connections

        return await connections.create_connection(self, protocol_factory, host, port, **options)

    async def create_server(self, protocol_factory, host=None, port=None, **options):
        from asyncio import connections

        return await connections.create_server(self, protocol_factory, host, port, **options)

    async def create_unix_connection(self, protocol_factory, path=None, **options):
        from asyncio import connections

        return await connections.create_unix_connection(self, protocol_factory, path, **options)

    async def create_unix_server(self, protocol_factory, path=None, **options):
        from asyncio import connections

        return await connections.create_unix_server(self, protocol_factory, path, **options)

    async def connect_accepted_socket(self, protocol_factory, sock, **options):
        from asyncio import connections

        return await connections.connect_accepted_socket(self, protocol_factory, sock, **options)

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, **options):
        from asyncio import connections

        return await connections.create_datagram_endpoint(self, protocol_factory, local_addr, remote_addr, **options)

    async def connect_read_pipe(self, protocol_factory, pipe):
        from asyncio import pipes

        return await pipes.connect_read_pipe(self, protocol_factory, pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        from asyncio import pipes

        return await pipes.connect_write_pipe(self, protocol_factory, pipe)

    async def subprocess_shell(self, protocol_factory, cmd, **options):
        from asyncio import programs

        return await programs.subprocess_shell(self, protocol_factory, cmd, **options)

    async def subprocess_exec(self, protocol_factory, program, *args, **options):
        from asyncio import programs

        return await programs.subprocess_exec(self, protocol_factory, program, *args, **options)
