"""Files over sockets, and the functions that make sockets. Part of `socket`.
"""


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
