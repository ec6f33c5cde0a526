"""Transports over sockets, and a loop's own operations on sockets that do not block.

Order and errors are those of CPython's Lib/asyncio/selector_events.py. Knows the loop by `_add_reader` and its kin alone.
(Over 400 lines because both transports and the operations on bare sockets share how they wait and how they end.)
"""

import socket

from asyncio import futures
from asyncio import protocols
from asyncio import transports

_LATER = (BlockingIOError, InterruptedError)
_ENDS = (SystemExit, KeyboardInterrupt)
_READ_BYTES = 256 * 1024


class TransportSocket:
    "A socket as a script sees it that asks a transport or a server: to look at, not to use."

    __slots__ = ("_sock",)

    def __init__(self, sock):
        self._sock = sock

    @property
    def family(self):
        return self._sock.family

    @property
    def type(self):
        return self._sock.type

    @property
    def proto(self):
        return self._sock.proto

    def __repr__(self):
        parts = [f"fd={self.fileno()}", f"family={self.family!s}", f"type={self.type!s}", f"proto={self.proto}"]
        if self.fileno() != -1:
            for label, ask in (("laddr", self._sock.getsockname), ("raddr", self._sock.getpeername)):
                try:
                    if address := ask():
                        parts.append(f"{label}={address}")
                except OSError:
                    pass
        return f"<asyncio.TransportSocket {', '.join(parts)}>"

    def fileno(self):
        return self._sock.fileno()

    def dup(self):
        return self._sock.dup()

    def get_inheritable(self):
        return self._sock.get_inheritable()

    def shutdown(self, how):
        self._sock.shutdown(how)

    def getsockopt(self, *args, **kwargs):
        return self._sock.getsockopt(*args, **kwargs)

    def setsockopt(self, *args, **kwargs):
        self._sock.setsockopt(*args, **kwargs)

    def getpeername(self):
        return self._sock.getpeername()

    def getsockname(self):
        return self._sock.getsockname()

    def gettimeout(self):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def setblocking(self, flag):
        if flag:
            raise ValueError("setblocking(): transport sockets cannot be blocking")


class _SelectorTransport(transports._FlowControlMixin):
    "What transports of streams and of datagrams have in common."

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra["socket"] = TransportSocket(sock)
        for label, ask in (("sockname", sock.getsockname), ("peername", sock.getpeername)):
            if label not in self._extra:
                try:
                    self._extra[label] = ask()
                except OSError:
                    self._extra[label] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol = protocol
        self._server = server
        self._buffer = self._new_buffer()
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        if server is not None:
            server._attach()
        loop._transports[self._sock_fd] = self

    def __repr__(self):
        parts = [type(self).__name__]
        if self._sock is None:
            parts.append("closed")
        elif self._closing:
            parts.append("closing")
        parts.append(f"fd={self._sock_fd}")
        loop = self._loop
        if loop is not None and not loop.is_closed():
            parts.append(f"read={'polling' if self._sock_fd in loop._readers else 'idle'}")
            state = "polling" if self._sock_fd in loop._writers else "idle"
            parts.append(f"write=<{state}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(parts)}>"

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock_fd)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._start_reading()

    def _start_reading(self):
        if self.is_reading():
            self._loop._add_reader(self._sock_fd, self._read_ready)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, exc, message="Fatal error on transport"):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                "message": message,
                "exception": exc,
                "transport": self,
                "protocol": self._protocol,
            })
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            loop, server = self._loop, self._server
            if loop._transports.get(self._sock_fd) is self:
                del loop._transports[self._sock_fd]
            self._sock.close()
            self._sock = self._protocol = self._loop = self._server = None
            if server is not None:
                server._detach()

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _ask(self, what, *args):
        "Calls the protocol; if that fails, the connection ends. Gives whether it went well, and what came."
        try:
            return True, getattr(self._protocol, what)(*args)
        except _ENDS:
            raise
        except BaseException as error:
            self._fatal_error(error, f"Fatal error: protocol.{what}() call failed.")
            return False, None


class _SelectorSocketTransport(_SelectorTransport):
    "A stream."

    _new_buffer = bytearray

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _read_ready(self):
        if self._conn_lost:
            return
        buffer = None
        if isinstance(self._protocol, protocols.BufferedProtocol):
            went_well, buffer = self._ask("get_buffer", -1)
            if not went_well:
                return
        try:
            data = self._sock.recv(_READ_BYTES if buffer is None else len(buffer))
        except _LATER:
            return
        except _ENDS:
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on socket transport")
            return
        if not data:
            self._read_ready_at_eof()
        elif buffer is None:
            self._ask("data_received", data)
        else:
            buffer[: len(data)] = data
            self._ask("buffer_updated", len(data))

    def _read_ready_at_eof(self):
        went_well, keep_open = self._ask("eof_received")
        if not went_well:
            return
        if keep_open:
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            text = f"data argument must be a bytes-like object, not {type(data).__name__!r}"
            raise TypeError(text)
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data:
            return
        if self._conn_lost:
            if self._conn_lost >= 5:
                from asyncio.log import logger

                logger.warning("socket.send() raised exception.")
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                sent = self._sock.send(data)
            except _LATER:
                sent = 0
            except _ENDS:
                raise
            except BaseException as error:
                self._fatal_error(error, "Fatal write error on socket transport")
                return
            data = data[sent:]
            if not data:
                return
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            sent = self._sock.send(self._buffer)
        except _LATER:
            return
        except _ENDS:
            raise
        except BaseException as error:
            self._loop._remove_writer(self._sock_fd)
            self._buffer.clear()
            self._fatal_error(error, "Fatal write error on socket transport")
            return
        del self._buffer[:sent]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True

    def close(self):
        super().close()


class _Datagrams(list):
    "Datagrams that wait to be sent."


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    "Datagrams."

    _new_buffer = _Datagrams

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def get_write_buffer_size(self):
        return sum(len(data) for data, _ in self._buffer)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, addr = self._sock.recvfrom(_READ_BYTES)
        except _LATER:
            pass
        except OSError as error:
            self._protocol.error_received(error)
        except _ENDS:
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on datagram transport")
        else:
            self._protocol.datagram_received(data, addr)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            text = f"data argument must be a bytes-like object, not {type(data).__name__!r}"
            raise TypeError(text)
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
        if self._conn_lost and self._address:
            self._conn_lost += 1
            return
        if not self._buffer and self._send(data, addr):
            return
        if not self._closing:
            self._buffer.append((bytes(data), addr))
            self._maybe_pause_protocol()

    def _send(self, data, addr):
        "Sends one, or sees to it that the rest is sent later: whether it is dealt with."
        try:
            if self._extra["peername"]:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except _LATER:
            self._loop._add_writer(self._sock_fd, self._write_ready)
            return False
        except OSError as error:
            self._protocol.error_received(error)
        except _ENDS:
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal write error on datagram transport")
        return True

    def _write_ready(self):
        while self._buffer and self._send(*self._buffer[0]):
            del self._buffer[0]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)


async def _until(loop, sock, to_write, attempt):
    "What `attempt` gives, asked again whenever the socket may be ready."
    try:
        return attempt()
    except _LATER:
        pass
    fd = sock.fileno()
    loop._ensure_fd_no_transport(fd)
    fut = loop.create_future()

    def again():
        if fut.done():
            return
        try:
            result = attempt()
        except _LATER:
            return
        except _ENDS:
            raise
        except BaseException as error:
            fut.set_exception(error)
        else:
            fut.set_result(result)

    handle = (loop._add_writer if to_write else loop._add_reader)(fd, again)

    def done(_):
        if not handle.cancelled():
            (loop.remove_writer if to_write else loop.remove_reader)(fd)

    fut.add_done_callback(done)
    return await fut


def _check(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


async def sock_recv(loop, sock, n):
    _check(loop, sock)
    return await _until(loop, sock, False, lambda: sock.recv(n))


async def sock_recv_into(loop, sock, buf):
    _check(loop, sock)
    return await _until(loop, sock, False, lambda: sock.recv_into(buf))


async def sock_recvfrom(loop, sock, bufsize):
    _check(loop, sock)
    return await _until(loop, sock, False, lambda: sock.recvfrom(bufsize))


async def sock_sendto(loop, sock, data, address):
    _check(loop, sock)
    return await _until(loop, sock, True, lambda: sock.sendto(data, address))


async def sock_sendall(loop, sock, data):
    _check(loop, sock)
    rest = bytes(data)
    while rest:
        part = rest
        rest = rest[await _until(loop, sock, True, lambda: sock.send(part)) :]


async def sock_accept(loop, sock):
    _check(loop, sock)

    def accept():
        conn, address = sock.accept()
        conn.setblocking(False)
        return conn, address

    return await _until(loop, sock, False, accept)


async def sock_connect(loop, sock, address):
    _check(loop, sock)
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        from asyncio import connections

        found = await connections.ensure_resolved(
            loop, address, family=sock.family, type=sock.type, proto=sock.proto
        )
        address = found[0][4]
    try:
        sock.connect(address)
        return
    except _LATER:
        pass
    except ConnectionRefusedError as error:
        if sock.family == socket.AF_UNIX:
            raise
        raise OSError(error.errno, f"Connect call failed {address}") from None
    is_first = True

    def attempt():
        nonlocal is_first
        if is_first:
            is_first = False
            raise BlockingIOError
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error != 0:
            raise OSError(error, f"Connect call failed {address}")

    await _until(loop, sock, True, attempt)
