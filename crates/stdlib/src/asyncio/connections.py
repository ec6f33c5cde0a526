"""A loop's connections and servers: names resolved, sockets made, a transport and a protocol for each.

Order and errors are those of CPython's Lib/asyncio/base_events.py and unix_events.py. (Over 400
lines because clients, servers and datagrams resolve and bind by the same few functions.)
"""

import os
import socket
import stat
from _asyncio import _refuse

from asyncio import events
from asyncio import exceptions
from asyncio import sockets
from asyncio import tasks

def _refuse_tls(ssl):
    if ssl:
        _refuse("asyncio's encrypted connections (ssl=...)")


def _literal(host, port, family, type, proto, flowinfo=0, scope_id=0):
    "The answer for an address in numbers, which needs no resolver."
    if proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP) or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port in (None, "", b""):
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    if family == socket.AF_UNSPEC:
        families = (socket.AF_INET, socket.AF_INET6)
    else:
        families = (family,)
    if isinstance(host, bytes):
        host = host.decode("idna")
    if "%" in host:
        return None
    for known in families:
        try:
            socket.inet_pton(known, host)
        except (OSError, ValueError):
            continue
        if known == socket.AF_INET6:
            return known, type, proto, "", (host, port, flowinfo, scope_id)
        return known, type, proto, "", (host, port)
    return None


async def ensure_resolved(loop, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0):
    host, port = address[:2]
    known = _literal(host, port, family, type, proto, *address[2:])
    if known is not None:
        return [known]
    return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


async def _connect_sock(loop, errors, info, local_infos):
    mine = []
    errors.append(mine)
    family, kind, proto, _, address = info
    sock = None
    try:
        sock = socket.socket(family=family, type=kind, proto=proto)
        sock.setblocking(False)
        for *_, own in local_infos or ():
            try:
                sock.bind(own)
                break
            except OSError as error:
                text = f"error while attempting to bind on address {own!r}: {error.strerror.lower()}"
                mine.append(OSError(error.errno, text))
        else:
            if local_infos:
                raise mine.pop()
        await loop.sock_connect(sock, address)
        return sock
    except OSError as error:
        mine.append(error)
        if sock is not None:
            sock.close()
        raise
    except:
        if sock is not None:
            sock.close()
        raise


async def _first_connection(loop, infos, local_infos):
    errors = []
    for info in infos:
        try:
            return await _connect_sock(loop, errors, info, local_infos)
        except OSError:
            continue
    flat = [error for group in errors for error in group]
    if len(flat) == 1 or all(str(error) == str(flat[0]) for error in flat):
        raise flat[0]
    raise OSError("Multiple exceptions: {}".format(", ".join(str(error) for error in flat)))


async def create_connection(
    loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
    local_addr=None, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
    happy_eyeballs_delay=None, interleave=None, all_errors=False,
):
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    _refuse_tls(ssl)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        options = {"family": family, "type": socket.SOCK_STREAM, "proto": proto, "flags": flags}
        infos = await ensure_resolved(loop, (host, port), **options)
        if not infos:
            raise OSError("getaddrinfo() returned empty list")
        local_infos = None
        if local_addr is not None:
            local_infos = await ensure_resolved(loop, local_addr, **options)
            if not local_infos:
                raise OSError("getaddrinfo() returned empty list")
        sock = await _first_connection(loop, infos, local_infos)
    elif sock is None:
        raise ValueError("host and port was not specified and no sock specified")
    elif sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    return await _connected(loop, sock, protocol_factory)


async def _connected(loop, sock, protocol_factory, extra=None, server=None):
    sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = sockets._SelectorSocketTransport(loop, sock, protocol, waiter, extra, server)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, **options):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    _refuse_tls(ssl)
    return await _connected(loop, sock, protocol_factory)


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, **options):
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    _refuse_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
        try:
            sock.setblocking(False)
            await loop.sock_connect(sock, path)
        except:
            sock.close()
            raise
    elif sock is None:
        raise ValueError("no path and sock were specified")
    elif sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
    return await _connected(loop, sock, protocol_factory)


class Server(events.AbstractServer):
    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._active_count = 0
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    def _attach(self):
        self._active_count += 1

    def _detach(self):
        self._active_count -= 1
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(waiter)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            _serve(self._loop, self._protocol_factory, sock, self, self._backlog)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return tuple(sockets.TransportSocket(sock) for sock in self._sockets or ())

    def close(self):
        own = self._sockets
        if own is None:
            return
        self._sockets = None
        for sock in own:
            self._loop._remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wakeup()

    async def start_serving(self):
        self._start_serving()
        await tasks.sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        if _is_through(self):
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


def _is_through(server):
    import threading

    # Before 3.12 a closed server is not waited for at all.
    if threading._version() < 12:
        return server._sockets is None or server._waiters is None
    return server._waiters is None


def _serve(loop, protocol_factory, sock, server, backlog):
    def accept():
        for _ in range(backlog):
            try:
                conn, address = sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            loop.create_task(_accepted(loop, protocol_factory, conn, address, server))

    loop._add_reader(sock.fileno(), accept)


async def _accepted(loop, protocol_factory, conn, address, server):
    try:
        await _connected(loop, conn, protocol_factory, {"peername": address}, server)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        if loop.get_debug():
            context = {"message": "Error on transport creation for incoming connection", "exception": error}
            loop.call_exception_handler(context)


async def create_server(
    loop, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC, flags=socket.AI_PASSIVE, sock=None,
    backlog=100, ssl=None, reuse_address=None, reuse_port=None, ssl_handshake_timeout=None,
    ssl_shutdown_timeout=None, start_serving=True, **options,
):
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    _refuse_tls(ssl)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        own = await _bound(loop, host, port, family, flags, reuse_address, reuse_port)
    elif sock is None:
        raise ValueError("Neither host/port nor sock were specified")
    elif sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    else:
        own = [sock]
    return await _serving(loop, own, protocol_factory, backlog, start_serving)


async def _serving(loop, own, protocol_factory, backlog, start_serving):
    for sock in own:
        sock.setblocking(False)
    server = Server(loop, own, protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await tasks.sleep(0)
    return server


async def _bound(loop, host, port, family, flags, reuse_address, reuse_port):
    "A bound socket for each address that the hosts have."
    if host == "":
        hosts = [None]
    elif isinstance(host, str) or not hasattr(host, "__iter__"):
        hosts = [host]
    else:
        hosts = host
    found = await tasks.gather(*[
        ensure_resolved(loop, (name, port), family=family, type=socket.SOCK_STREAM, flags=flags) for name in hosts
    ])
    infos = dict.fromkeys(info for infos in found for info in infos)
    own = []
    try:
        for family, kind, proto, _, address in infos:
            try:
                sock = socket.socket(family, kind, proto)
            except OSError:
                continue
            own.append(sock)
            if reuse_address is None or reuse_address:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if family == socket.AF_INET6:
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
            try:
                sock.bind(address)
            except OSError as error:
                text = "error while attempting to bind on address %r: %s" % (address, error.strerror.lower())
                raise OSError(error.errno, text) from None
    except:
        for sock in own:
            sock.close()
        raise
    return own


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, start_serving=True, **options):
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    _refuse_tls(ssl)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        if path[0] not in (0, "\x00"):
            try:
                if stat.S_ISSOCK(os.stat(path).st_mode):
                    os.remove(path)
            except FileNotFoundError:
                pass
        try:
            sock.bind(path)
        except OSError as error:
            sock.close()
            if error.errno == 98:
                raise OSError(98, f"Address {path!r} is already in use") from None
            raise
        except:
            sock.close()
            raise
    elif sock is None:
        raise ValueError("path was not specified, and no sock specified")
    elif sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
    return await _serving(loop, [sock], protocol_factory, backlog, start_serving)


async def create_datagram_endpoint(
    loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None,
    allow_broadcast=None, sock=None, **options,
):
    remote = None
    if sock is not None:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f"A datagram socket was expected, got {sock!r}")
        sock.setblocking(False)
    else:
        pairs = await _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags)
        sock, remote = await _datagram_socket(loop, pairs, local_addr, remote_addr, reuse_port, allow_broadcast)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = sockets._SelectorDatagramTransport(loop, sock, protocol, remote, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags):
    "By family and protocol, the own address and the other's."
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError("unexpected address family")
        return {(family, proto): (None, None)}
    if family == getattr(socket, "AF_UNIX", None):
        return {(family, proto): (local_addr, remote_addr)}
    found = {}
    for index, address in enumerate((local_addr, remote_addr)):
        if address is None:
            continue
        if not (isinstance(address, tuple) and len(address) == 2):
            raise TypeError("2-tuple is expected")
        infos = await ensure_resolved(loop, address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
        if not infos:
            raise OSError("getaddrinfo() returned empty list")
        for known, _, number, _, where in infos:
            found.setdefault((known, number), [None, None])[index] = where
    pairs = {
        key: pair
        for key, pair in found.items()
        if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)
    }
    if not pairs:
        raise ValueError("can not get address information")
    return pairs


async def _datagram_socket(loop, pairs, local_addr, remote_addr, reuse_port, allow_broadcast):
    errors = []
    for (family, proto), (own, other) in pairs.items():
        sock = None
        try:
            sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local_addr:
                sock.bind(own)
            if remote_addr:
                if not allow_broadcast:
                    await loop.sock_connect(sock, other)
                return sock, other
            return sock, None
        except OSError as error:
            if sock is not None:
                sock.close()
            errors.append(error)
        except:
            if sock is not None:
                sock.close()
            raise
    raise errors[0]
