"""The socket itself. Part of `socket`; longer than most files because it has all methods of CPython's.
"""


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
