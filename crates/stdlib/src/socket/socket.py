"""`socket`: sockets of the simulated machine, between its threads and processes.

An address is a text to the machine: `inet:HOST|PORT`, `unix:PATH`. A comment `# @n` names the line that CPython 3.11
shows in tracebacks.
"""

import enum
import io
import os
import time

import _network
import _socket

error = OSError
timeout = TimeoutError
gaierror = _network.gaierror


class herror(OSError):
    __module__ = "socket"


has_ipv6 = True
SOMAXCONN = 4096
_GLOBAL_DEFAULT_TIMEOUT = object()


def _enumerated(name, members, flags=False):
    kind = enum.IntFlag if flags else enum.IntEnum
    made = kind(name, members)
    made.__module__ = "socket"
    globals().update({member.name: member for member in made})
    return made


AddressFamily = _enumerated("AddressFamily", {"AF_UNSPEC": 0, "AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10, "AF_NETLINK": 16, "AF_PACKET": 17})
SocketKind = _enumerated("SocketKind", {"SOCK_STREAM": 1, "SOCK_DGRAM": 2, "SOCK_RAW": 3, "SOCK_RDM": 4, "SOCK_SEQPACKET": 5, "SOCK_NONBLOCK": 2048, "SOCK_CLOEXEC": 524288})
MsgFlag = _enumerated("MsgFlag", {"MSG_OOB": 1, "MSG_PEEK": 2, "MSG_DONTROUTE": 4, "MSG_TRUNC": 32, "MSG_DONTWAIT": 64, "MSG_WAITALL": 256, "MSG_NOSIGNAL": 16384}, True)
AddressInfo = _enumerated("AddressInfo", {"AI_PASSIVE": 1, "AI_CANONNAME": 2, "AI_NUMERICHOST": 4, "AI_V4MAPPED": 8, "AI_ALL": 16, "AI_ADDRCONFIG": 32, "AI_NUMERICSERV": 1024}, True)

SOL_SOCKET, SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = 1, 1, 2, 3, 4, 6, 7, 8
SO_KEEPALIVE, SO_LINGER, SO_REUSEPORT, SO_RCVTIMEO, SO_SNDTIMEO = 9, 13, 15, 20, 21
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, SOL_IP, SOL_TCP, SOL_UDP = 0, 1, 6, 17, 41, 0, 6, 17
TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_QUICKACK = 1, 4, 5, 6, 12
IP_TTL, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP, IPV6_V6ONLY = 2, 33, 34, 35, 26
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
EAI_NONAME, EAI_FAMILY, EAI_SERVICE, EAI_AGAIN = -2, -6, -8, -3
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST = 0, 0x7F000001, 0xFFFFFFFF
NI_NUMERICHOST, NI_NUMERICSERV, NI_DGRAM = 1, 2, 16
_SERVICES = {"echo": 7, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "ntp": 123, "https": 443}
_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = _checked_timeout(timeout)


def _checked_timeout(value):
    if value is None:
        return None
    value = float(value)
    if value < 0:
        raise ValueError("Timeout value out of range")
    return value


def gethostname():
    return os.uname()[1]


def _is_numeric(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


def _resolved(host):
    """The numeric address of a name: the machine's own at once, others through the network."""
    if not isinstance(host, str):
        host = host.decode()
    if host in ("", "0.0.0.0", "<any>"):
        return "0.0.0.0"
    if host == "localhost":
        return "127.0.0.1"
    if host == "<broadcast>":
        return "255.255.255.255"
    if host == gethostname():
        return "127.0.1.1"
    if _is_numeric(host) or ":" in host:
        return host
    ns = _network.resolve_ns(host)
    if ns:
        _network._wait(ns)
    try:
        return _network.address_of(host)
    except _network.Failure as failure:
        raise failure.os_error() from None


def gethostbyname(hostname, /):
    return _resolved(hostname)


def gethostbyname_ex(hostname, /):
    return hostname, [], [_resolved(hostname)]


def gethostbyaddr(address, /):
    if address in ("127.0.0.1", "localhost"):
        return "localhost", [], ["127.0.0.1"]
    raise herror(1, "Unknown host")


def getfqdn(name=""):
    name = name.strip()
    return gethostname() if name in ("", "0.0.0.0") else name


def _port_of(port):
    if port is None:
        return 0
    if isinstance(port, (str, bytes)):
        port = port if isinstance(port, str) else port.decode()
        if port.isdigit():
            return int(port)
        if port in _SERVICES:
            return _SERVICES[port]
        raise gaierror(-8, "Servname not supported for ai_socktype")
    return port


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    number = _port_of(port)
    if host is None:
        address = "0.0.0.0" if flags & 1 else "127.0.0.1"
    else:
        if not host:
            host = "0.0.0.0" if flags & 1 else "127.0.0.1"
        address = _resolved(host)
    is_six = ":" in address
    if family not in (0, AF_INET6 if is_six else AF_INET):
        if address in ("127.0.0.1", "0.0.0.0"):
            address, is_six = {"127.0.0.1": "::1", "0.0.0.0": "::"}[address], True
        else:
            raise gaierror(-9, "Address family for hostname not supported")
    place = (address, number, 0, 0) if is_six else (address, number)
    kinds = [(SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0)]
    own = AF_INET6 if is_six else AF_INET
    return [
        (own, kind, known, "", place)
        for kind, known in kinds
        if type in (0, kind) and proto in (0, known)
    ]


def getnameinfo(sockaddr, flags, /):
    host, port = sockaddr[:2]
    shown = host if flags & NI_NUMERICHOST else ("localhost" if host == "127.0.0.1" else host)
    names = {number: name for name, number in _SERVICES.items()}
    return shown, str(port) if flags & NI_NUMERICSERV else names.get(port, str(port))


def getservbyname(name, proto="tcp", /):
    if name not in _SERVICES:
        raise OSError("service/proto not found")
    return _SERVICES[name]


def getservbyport(port, proto="tcp", /):
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError("port/proto not found")


def getprotobyname(name, /):
    return {"icmp": 1, "tcp": 6, "udp": 17}[name]


def inet_aton(text, /):
    if not _is_numeric(text):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, text.split(".")))


def inet_ntoa(packed, /):
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed))


def inet_pton(family, text, /):
    if family == AF_INET:
        if not _is_numeric(text):
            raise OSError("illegal IP address string passed to inet_pton")
        return inet_aton(text)
    import ipaddress

    try:
        return ipaddress.IPv6Address(text).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(family, packed, /):
    if family == AF_INET:
        return inet_ntoa(packed)
    import ipaddress

    return str(ipaddress.IPv6Address(packed))


def htons(x, /):
    return (x & 0xFF) << 8 | x >> 8 & 0xFF


ntohs = htons


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohl = htonl


def if_nameindex():
    return [(1, "lo"), (2, "eth0")]


class socket:
    __slots__ = ("__weakref__", "_fd", "_family", "_kind", "_proto", "_timeout", "_options", "_files", "_is_closed")

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else family
        type = SOCK_STREAM if type == -1 else type
        plain = int(type) & ~(2048 | 524288)
        if fileno is None:
            if plain not in (1, 2, 5) or int(family) not in (1, 2, 10):
                if plain == 3:
                    raise PermissionError(1, "Operation not permitted")
                raise OSError(97, "Address family not supported by protocol")
            self._fd = _socket._socket(plain != 2)
        else:
            self._fd = fileno
        self._family, self._kind, self._proto = family, plain, max(proto, 0)
        self._timeout = 0.0 if int(type) & 2048 else _default_timeout
        self._options, self._files, self._is_closed = {}, 0, False

    @property
    def family(self):
        return AddressFamily(self._family)

    @property
    def type(self):
        return SocketKind(self._kind)

    @property
    def proto(self):
        return self._proto

    @property
    def timeout(self):
        return self._timeout

    def __repr__(self):
        kind = self.__class__
        text = f"<{kind.__module__}.{kind.__qualname__}{' [closed]' if self._is_closed else ''} fd={self.fileno()}"
        text += f", family={int(self._family)}, type={int(self._kind)}, proto={self._proto}"
        if not self._is_closed:
            mine, theirs = _socket._names(self._fd)
            text += f", laddr={self._shown(mine)}"
            if theirs is not None:
                text += f", raddr={self._shown(theirs)}"
        return text + ">"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._is_closed:
            self.close()

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    def __del__(self):
        if not getattr(self, "_is_closed", True) and self._fd >= 0:
            try:
                os.close(self._fd)
            except OSError:
                pass
            self._is_closed = True

    def _text(self, address, call):
        # The machine's text for an address.
        if self._family == AF_UNIX:
            path = address.decode() if isinstance(address, bytes) else os.fspath(address)
            return f"unix:{path}"
        if not isinstance(address, tuple):
            raise TypeError(f"{call}(): AF_INET address must be tuple, not {type(address).__name__}")
        if len(address) < 2:
            raise TypeError("AF_INET address must be a pair (host, port)")
        host, port = address[:2]
        if not isinstance(port, int):
            raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
        if not 0 <= port <= 65535:
            raise OverflowError(f"{call}(): port must be 0-65535.")
        host = _resolved(host)
        if self._family == AF_INET6:
            host = {"127.0.0.1": "::1", "0.0.0.0": "::"}.get(host, host)
        return f"inet:{host}|{port}"

    def _shown(self, text):
        # What Python shows for the machine's text.
        if text is None:
            if self._family == AF_UNIX:
                return ""
            return ("::", 0, 0, 0) if self._family == AF_INET6 else ("0.0.0.0", 0)
        kind, _, rest = text.partition(":")
        if kind == "unix":
            return rest if "|" not in rest else ""
        host, _, port = rest.rpartition("|")
        return (host, int(port), 0, 0) if self._family == AF_INET6 else (host, int(port))

    def _others(self, text):
        # Addresses that are this one, too: a server of any host takes what is for one of the machine's.
        host, _, port = text.rpartition("|")
        return [f"inet:{known}|{port}" for known in ("0.0.0.0", "::", "127.0.0.1", "127.0.1.1") if host in _OWN]

    def fileno(self):
        return -1 if self._is_closed else self._fd

    def bind(self, address, /):
        text = self._text(address, "bind")
        if self._family == AF_UNIX:
            _socket._bind(self._fd, text, "")
            if text != "unix:":
                self._mark(text[5:])
            return
        host, _, port = text.rpartition("|")
        # Multicast groups may be bound, too.
        if host not in _OWN and not host.startswith(("inet:22", "inet:23")):
            raise OSError(99, "Cannot assign requested address")
        _socket._bind(self._fd, None if port == "0" else text, host)

    def _mark(self, path):
        # A Unix socket has a name on the disk.
        if path and not path.startswith("\0"):
            with io.open(path, "w"):
                pass

    def listen(self, backlog=128, /):
        if _socket._names(self._fd)[0] is None and self._family != AF_UNIX:
            _socket._bind(self._fd, None, "inet:0.0.0.0")
        _socket._listen(self._fd)

    def _until(self):
        return None if self._timeout is None else time.monotonic() + self._timeout

    def _await(self, until, to_write=False):
        # Waits until the socket is ready; what has no time left raises.
        if self._timeout == 0:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        left = None if until is None else until - time.monotonic()
        if left is not None and left <= 0:
            raise TimeoutError("timed out")
        lists = _socket._wait([] if to_write else [self._fd], [self._fd] if to_write else [], left)
        if not lists[0] and not lists[1]:
            raise TimeoutError("timed out")
        if self._is_closed:
            raise OSError(9, "Bad file descriptor")

    def _check(self):
        if self._is_closed:
            raise OSError(9, "Bad file descriptor")

    def _accept(self):
        until = self._until()
        self._check()
        while (fd := _socket._accept(self._fd)) is None:
            self._await(until)
        return fd

    def accept(self):
        fd = self._accept()  # @294
        connection = socket(self._family, self._kind, self._proto, fileno=fd)
        if _default_timeout is None and self._timeout:
            connection.setblocking(True)
        return connection, connection._shown(_socket._names(fd)[1])

    def connect(self, address, /):
        self._check()
        text = self._text(address, "connect")
        host = text.rpartition("|")[0]
        if self._family != AF_UNIX and host not in _OWN and self._kind == SOCK_STREAM:
            _reach_outside(host[5:], self._timeout)
        if self._family == AF_UNIX and not os.path.exists(text[5:]):
            raise FileNotFoundError(2, "No such file or directory")
        _socket._connect(self._fd, text, self._others(text))

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except OSError as error:
            if error.errno is None:
                return 11
            return error.errno
        return 0

    def _data(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return data if isinstance(data, bytes) else bytes(data)

    def send(self, data, flags=0, /):
        self._check()
        data = self._data(data)
        if self._kind == SOCK_DGRAM:
            return self._send_packet(data, _socket._names(self._fd)[1])
        until = self._until()
        while (sent := _socket._send(self._fd, data, 0)) is None:
            self._await(until, True)
        return sent

    def sendall(self, data, flags=0, /):
        self._check()
        data = self._data(data)
        until, done = self._until(), 0
        if self._kind == SOCK_DGRAM:
            self.send(data)
            return
        while True:
            sent = _socket._send(self._fd, data, done)
            if sent is None:
                self._await(until, True)
                continue
            done += sent
            if done == len(data):
                return

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        data = b"".join(map(bytes, buffers))
        return self.send(data) if address is None else self.sendto(data, address)

    def _send_packet(self, data, text):
        if text is None:
            raise OSError(89, "Destination address required")
        if len(data) > 65507:
            raise OSError(90, "Message too long")
        return _socket._send_to(self._fd, data, [text, *self._others(text)], "inet:127.0.0.1")

    def sendto(self, data, *args):
        self._check()
        return self._send_packet(self._data(data), self._text(args[-1], "sendto"))

    def recv(self, bufsize, flags=0, /):
        self._check()
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        until = self._until()
        while (data := _socket._recv(self._fd, bufsize, bool(flags & 2))) is None:
            if flags & 64:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            self._await(until)
        while flags & 256 and len(data) < bufsize:
            more = _socket._recv(self._fd, bufsize - len(data), False)
            if more is None:
                self._await(until)
            elif not more:
                break
            else:
                data += more
        return data

    def recv_into(self, buffer, nbytes=0, flags=0, /):
        view = memoryview(buffer)
        data = self.recv(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def recvfrom(self, bufsize, flags=0, /):
        self._check()
        if self._kind != SOCK_DGRAM:
            return self.recv(bufsize, flags), None
        until = self._until()
        while (pair := _socket._recv_from(self._fd, bufsize)) is None:
            self._await(until)
        return pair[0], self._shown(pair[1])

    def recvfrom_into(self, buffer, nbytes=0, flags=0, /):
        data, address = self.recvfrom(nbytes or len(buffer), flags)
        memoryview(buffer)[: len(data)] = data
        return len(data), address

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    def sendfile(self, file, offset=0, count=None):
        file.seek(offset)
        data = file.read() if count is None else file.read(count)
        self.sendall(data)
        return len(data)

    def shutdown(self, how, /):
        self._check()
        _socket._shutdown(self._fd, how)

    def getsockname(self):
        self._check()
        return self._shown(_socket._names(self._fd)[0])

    def getpeername(self):
        self._check()
        theirs = _socket._names(self._fd)[1]
        if theirs is None and self._family != AF_UNIX:
            raise OSError(107, "Transport endpoint is not connected")
        return self._shown(theirs)

    def settimeout(self, value, /):
        self._timeout = _checked_timeout(value)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0

    def setsockopt(self, level, option, value, optlen=None, /):
        self._options[level, option] = value

    def getsockopt(self, level, option, buflen=0, /):
        if (level, option) == (SOL_SOCKET, SO_TYPE):
            return int(self._kind)
        known = {(SOL_SOCKET, SO_SNDBUF): 212992, (SOL_SOCKET, SO_RCVBUF): 212992}
        value = self._options.get((level, option), known.get((level, option), 0))
        return value

    def get_inheritable(self):
        return False

    def set_inheritable(self, inheritable):
        pass

    def dup(self):
        return socket(self._family, self._kind, self._proto, fileno=os.dup(self._fd))

    def detach(self):
        fd, self._fd, self._is_closed = self._fd, -1, True
        return fd

    def close(self):
        self._is_closed = True
        if self._files <= 0 and self._fd >= 0:
            fd, self._fd = self._fd, -1
            os.close(fd)

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        self._files += 1
        return SocketFile(self, mode, encoding or "utf-8", errors or "strict", newline)


SocketType = socket
_OWN = ("inet:0.0.0.0", "inet:127.0.0.1", "inet:127.0.1.1", "inet:::", "inet:::1")


def _reach_outside(host, timeout):
    # Nobody but the simulated services is out there, and those are asked through their clients.
    import _programs

    _programs.refuse(
        f"a socket to {host}: outside hosts answer through requests, urllib, http.client, aiohttp and httpx"
    )


class SocketFile:
    """What `makefile()` gives: a buffered file over a socket."""

    def __init__(self, sock, mode, encoding, errors, newline):
        self._sock, self.mode, self._binary = sock, mode, "b" in mode
        self.encoding, self.errors, self._newline = encoding, errors, newline
        self._ahead, self._behind, self.closed, self._ended = b"", [], False, False

    @property
    def name(self):
        return self._sock.fileno()

    def readable(self):
        return "r" in self.mode or "w" not in self.mode

    def writable(self):
        return "w" in self.mode

    def seekable(self):
        return False

    def fileno(self):
        return self._sock.fileno()

    def isatty(self):
        return False

    def _more(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._ended:
            data = socket.recv(self._open(), 8192)
            self._ended = not data
            self._ahead += data
        return not self._ended

    def _open(self):
        # A file may outlive its socket's close().
        sock = self._sock
        if sock._is_closed and sock._fd >= 0:
            stand_in = socket.__new__(socket)
            stand_in._fd, stand_in._family, stand_in._kind, stand_in._proto = sock._fd, sock._family, sock._kind, 0
            stand_in._timeout, stand_in._options, stand_in._files, stand_in._is_closed = sock._timeout, {}, 1, False
            return stand_in
        return sock

    def _given(self, data):
        if self._binary:
            return data
        text = data.decode(self.encoding, self.errors)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._newline is None else text

    def _take(self, count):
        taken, self._ahead = self._ahead[:count], self._ahead[count:]
        return self._given(taken)

    def read(self, size=-1, /):
        while (size is None or size < 0 or len(self._ahead) < size) and self._more():
            pass
        return self._take(len(self._ahead) if size is None or size < 0 else size)

    def read1(self, size=-1, /):
        if not self._ahead:
            self._more()
        return self._take(len(self._ahead) if size < 0 else size)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        while b"\n" not in self._ahead and (size < 0 or len(self._ahead) < size) and self._more():
            pass
        end = self._ahead.find(b"\n") + 1 or len(self._ahead)
        return self._take(end if size < 0 else min(end, size))

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data, /):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._binary:
            if not isinstance(data, str):
                raise TypeError(f"write() argument must be str, not {type(data).__name__}")
            self._behind.append(data.encode(self.encoding, self.errors))
        else:
            self._behind.append(bytes(data))
        if sum(map(len, self._behind)) >= 8192:
            self.flush()
        return len(data)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        data, self._behind = b"".join(self._behind), []
        if data:
            socket.sendall(self._open(), data)

    def close(self):
        if self.closed:
            return
        try:
            if self.writable():
                self.flush()
        finally:
            self.closed = True
            sock = self._sock
            sock._files -= 1
            if sock._is_closed:
                socket.close(sock)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, fileno=os.dup(fd))


def socketpair(family=None, type=1, proto=0):
    family = AF_UNIX if family is None else family
    one, other = _socket._pair(int(type) & 0xF != 2)
    return socket(family, type, proto, fileno=one), socket(family, type, proto, fileno=other)


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    host, port = address
    failures = []
    for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(place)  # @836
            return sock
        except OSError as error:
            failures.append(error)
            if sock is not None:
                sock.close()
    try:
        if not all_errors:
            raise failures[0]  # @851
        raise ExceptionGroup("create_connection failed", failures)
    finally:
        failures.clear()


def create_server(address, *, family=2, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            sock.bind(address)
        except OSError as error:
            text = f"{error.strerror} (while attempting to bind on address {address!r})"
            raise OSError(error.errno, text) from None
        sock.listen(*([] if backlog is None else [backlog]))
        return sock
    except OSError:
        sock.close()
        raise


def has_dualstack_ipv6():
    return True


def close(fd):
    os.close(fd)
